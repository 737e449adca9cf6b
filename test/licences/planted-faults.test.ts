import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { licenceProblems } from "../../src/licences/licence-problems";
import { productionPackages } from "../../src/licences/production-packages";
import { thirdPartyNotice } from "../../src/licences/third-party-notice";

type Fields = Readonly<Record<string, unknown>>;

interface Planted {
  /** Folder in node_modules. */
  readonly folder: string;
  /** What stands in its package.json; null where it isn't installed. */
  readonly installed: Fields | null;
  /** What stands in the lock file. */
  readonly locked?: Fields;
  readonly licenceFile?: string;
}

/** A project with one good package and the planted ones. */
function projectWith(...planted: readonly Planted[]): string {
  const root = mkdtempSync(join(tmpdir(), "zjtx-licences-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const good: Planted = {
    folder: "good",
    installed: { license: "MIT", author: "Somebody" },
    locked: { license: "MIT" },
    licenceFile: "Do what you like.",
  };
  const packages: Record<string, Fields> = { "": { name: "project" } };
  for (const { folder, installed, locked, licenceFile } of [good, ...planted]) {
    const path = `node_modules/${folder}`;
    packages[path] = { version: "1.2.3", ...locked };
    if (installed) write(`${path}/package.json`, JSON.stringify({ name: folder, version: "1.2.3", ...installed }));
    if (licenceFile !== undefined) write(`${path}/LICENSE`, licenceFile);
  }
  write("package-lock.json", JSON.stringify({ lockfileVersion: 3, packages }));
  return root;
}

const problemsWith = (...planted: readonly Planted[]) => licenceProblems(productionPackages(projectWith(...planted)));

test("a project whose packages are free has nothing wrong", () => {
  expect(problemsWith()).toEqual([]);
});

test.each<[string, Planted]>([
  ["no licence at all", { folder: "bare", installed: {} }],
  ["an empty field", { folder: "empty", installed: { license: " " } }],
  ["a field in the lock file alone", { folder: "cut", installed: {}, locked: { license: "MIT" } }],
  ["a licence file that nobody has read", { folder: "unread", installed: {}, licenceFile: "Ask us first." }],
  ["UNLICENSED", { folder: "closed", installed: { license: "UNLICENSED" } }],
  ["a pointer to a file", { folder: "pointer", installed: { license: "SEE LICENSE IN EULA.txt" } }],
  ["a commercial package without a field, below a scope", { folder: "@univerjs-pro/license", installed: {} }],
  ["GPL", { folder: "gpl", installed: { license: "GPL-3.0-only" } }],
  ["GPL as it was once spelled", { folder: "gpl2", installed: { license: "GPL-2.0+" } }],
  ["LGPL", { folder: "lgpl", installed: { license: "LGPL-3.0-or-later" } }],
  ["AGPL", { folder: "agpl", installed: { license: "AGPL-3.0" } }],
  ["MPL", { folder: "mpl", installed: { license: "MPL-2.0" } }],
  ["EPL", { folder: "epl", installed: { license: "EPL-2.0" } }],
  ["a licence of works that must be shared alike", { folder: "cc", installed: { license: "CC-BY-SA-4.0" } }],
  ["not for business", { folder: "nc", installed: { license: "CC-BY-NC-4.0" } }],
  ["the free one and a copyleft one together", { folder: "both", installed: { license: "(MIT AND GPL-2.0-only)" } }],
  ["copyleft in the old form", { folder: "old", installed: { license: { type: "GPL-3.0" } } }],
  ["copyleft in the old list", { folder: "list", installed: { licenses: [{ type: "AGPL-3.0" }] } }],
  [
    "copyleft in the lock file alone",
    { folder: "locked", installed: { license: "MIT" }, locked: { license: "GPL-3.0" } },
  ],
  ["copyleft below another package", { folder: "good/node_modules/deep", installed: { license: "GPL-3.0" } }],
  ["not installed", { folder: "absent", installed: null, locked: { license: "MIT" } }],
  [
    "copyleft that this platform leaves out",
    { folder: "elsewhere", installed: null, locked: { license: "GPL-3.0", optional: true } },
  ],
  [
    "a text read once that has become another",
    { folder: "@microsoft/office-js", installed: { license: "LICENSE" }, licenceFile: "Now you pay." },
  ],
  [
    "a package read once that states something new",
    { folder: "@univerjs/telemetry", installed: { license: "GPL-3.0" } },
  ],
])("%s is refused by name", (_, planted) => {
  const problems = problemsWith(planted);
  expect(problems.map(({ where }) => where)).toEqual([
    `${planted.folder.replace(/^.*node_modules\//, "")} 1.2.3 (node_modules/${planted.folder})`,
  ]);
});

test.each<[string, Planted]>([
  [
    "of two licences to choose from one is free",
    { folder: "dual", installed: { license: "(MIT OR GPL-3.0-or-later)" } },
  ],
  [
    "the old list offers a free one",
    { folder: "list", installed: { licenses: [{ type: "GPL-3.0" }, { type: "MIT" }] } },
  ],
  ["it serves development alone", { folder: "tool", installed: { license: "GPL-3.0" }, locked: { dev: true } }],
  [
    "this platform leaves it out and it is free",
    { folder: "elsewhere", installed: null, locked: { license: "MIT", optional: true } },
  ],
])("a package is taken where %s", (_, planted) => {
  expect(problemsWith(planted)).toEqual([]);
});

test("the notice names every package with its terms, and the standard text where a package has none of its own", () => {
  const notice = thirdPartyNotice(
    productionPackages(projectWith({ folder: "brief", installed: { license: "ISC", author: { name: "A. Author" } } })),
  );
  expect(notice).toContain("good 1.2.3 · MIT · Somebody\n\nDo what you like.");
  expect(notice).toContain("brief 1.2.3 · ISC · A. Author\n\nISC License\n\nPermission to use");
});

test("what is delivered is free, and nothing of it is of Univer's closed part", () => {
  const packages = productionPackages(process.cwd());
  expect(licenceProblems(packages)).toEqual([]);
  expect(packages.filter(({ folder }) => folder.includes("@univerjs-pro"))).toEqual([]);
  expect(packages.filter(({ name }) => name.startsWith("@univerjs/preset"))).toEqual([]);
});
