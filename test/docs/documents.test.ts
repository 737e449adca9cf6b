/** What README and docs promise: links that lead somewhere, both languages, every command and every option named. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { clusterCommand } from "../../src/commands/cluster-command";
import { checkCommand } from "../../src/commands/check-command";
import { cultivateCommand } from "../../src/commands/cultivate-command";
import { ridersCommand } from "../../src/commands/riders-command";
import { rulesCommand } from "../../src/commands/rules/rules-command";
import { scoreCommand } from "../../src/commands/score-command";
import { sqlCommand } from "../../src/commands/sql/sql-command";
import { formulaCommand } from "../../src/workbench/formulas/formula-command";
import type { Terminal } from "../../src/commands/kit/terminal";

const CHINESE = ".zh-CN.md";

function pagesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pagesBelow(path) : path.endsWith(".md") ? [path] : [];
  });
}

const DOCS = pagesBelow("docs");
const PAGES = ["README.md", "README.zh-CN.md", "CHANGELOG.md", "seeds/README.md", ...DOCS];
const textOf = (path: string): string => readFileSync(path, "utf8");

/** A page without its blocks of code, where brackets are no links. */
const prose = (path: string): string =>
  textOf(path)
    .replaceAll(/^ *```[\s\S]*?^ *```/gm, "")
    .replaceAll(/`[^`\n]*`/g, "");

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(path: string): ReadonlySet<string> {
  const titles = [...textOf(path).matchAll(/^#{1,6} (.*)$/gm)].map(([, title = ""]) => title);
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

function deadLinks(page: string): readonly string[] {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [path = "", anchor] = link.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      if (!existsSync(file)) return true;
      return anchor !== undefined && !anchorsOf(file).has(decodeURIComponent(anchor));
    });
}

test.each(PAGES)("no link in %s is dead", (page) => {
  expect(deadLinks(page)).toEqual([]);
});

test("a dead file and a dead heading are noticed", () => {
  const [page = ""] = DOCS;
  expect(existsSync(join(dirname(page), "nowhere.md"))).toBe(false);
  expect(anchorsOf("README.md").has("where-the-rest-is")).toBe(true);
  expect(anchorsOf("README.md").has("where-nothing-is")).toBe(false);
});

test.each(["README.md", "README.zh-CN.md"])("%s is a manual of at most 250 lines", (page) => {
  expect(textOf(page).trimEnd().split("\n").length).toBeLessThanOrEqual(250);
});

test("every page of README and docs for users stands in both languages and leads to the other", () => {
  const english = ["README.md", ...DOCS].filter(
    (path) => !path.endsWith(CHINESE) && !/docs\/(recipes|decisions)\/|workbench-members/.test(path),
  );
  for (const page of english) {
    const chinese = page.replace(/\.md$/, CHINESE);
    expect([chinese, existsSync(chinese)]).toEqual([chinese, true]);
    for (const [from, to] of [
      [page, chinese],
      [chinese, page],
    ] as const)
      expect(prose(from)).toContain(`](${to.split("/").at(-1) ?? ""})`);
  }
});

test.each([
  ["README.md", ""],
  ["README.zh-CN.md", CHINESE],
])("every page of docs is found from %s", (readme, ending) => {
  const linked = new Set([...prose(readme).matchAll(/\]\((docs\/[^)#]+)\)/g)].map(([, path = ""]) => path));
  const own = DOCS.filter((path) =>
    ending === CHINESE ? path.endsWith(CHINESE) : !path.endsWith(CHINESE) && !/docs\/\w+\//.test(path),
  );
  const folders = [...linked].filter((path) => statSync(path).isDirectory());
  expect(own.filter((path) => !linked.has(path) && !folders.some((folder) => path.startsWith(`${folder}/`)))).toEqual(
    [],
  );
});

test.each(["docs/ARCHITECTURE.md", "docs/ARCHITECTURE.zh-CN.md"])("%s names every room", (page) => {
  const rooms = readdirSync("src").filter((name) => statSync(join("src", name)).isDirectory());
  expect(rooms.filter((room) => !new RegExp(`src/${room}\\b`).test(textOf(page)))).toEqual([]);
});

const SCRIPTS = Object.keys(
  z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf("package.json"))).scripts,
);

test.each(["docs/CONTRIBUTING.md", "docs/CONTRIBUTING.zh-CN.md"])("%s tells every script that npm runs", (page) => {
  const told = [...textOf(page).matchAll(/`npm (?:run )?([\w:-]+)/g)].map(([, script = ""]) => script);
  expect(SCRIPTS.filter((script) => !told.includes(script))).toEqual([]);
  const known = new Set([...SCRIPTS, "ci", "cit", "pack"]);
  expect(told.filter((script) => !known.has(script))).toEqual([]);
});

test("no page tells of a script that npm doesn't run", () => {
  const known = new Set([...SCRIPTS, "run", "ci", "cit", "pack"]);
  const told = PAGES.filter((page) => page !== "CHANGELOG.md").flatMap((page) =>
    [...textOf(page).matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)].map(
      ([, script = ""]) => [page, script] as const,
    ),
  );
  expect(told.filter(([, script]) => !known.has(script))).toEqual([]);
});

const COMMANDS: Readonly<Record<string, (argv: readonly string[], terminal: Terminal) => Promise<number>>> = {
  score: scoreCommand,
  cultivate: cultivateCommand,
  cluster: clusterCommand,
  riders: ridersCommand,
  rules: rulesCommand,
  check: checkCommand,
  sql: sqlCommand,
  formula: formulaCommand,
};

test.each(Object.keys(COMMANDS))("docs/commands names every option of %s, in both languages", async (name) => {
  const said: string[] = [];
  await COMMANDS[name]?.(["--help"], { print: (line) => said.push(line), complain: () => undefined });
  const options = [...said.join("\n").matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = ""]) => option);
  expect(options).toContain("--help");
  for (const page of ["docs/commands.md", "docs/commands.zh-CN.md"]) {
    const told = textOf(page);
    expect([page, options.filter((option) => !new RegExp(`${option}(?![a-z-])`).test(told))]).toEqual([page, []]);
  }
});
