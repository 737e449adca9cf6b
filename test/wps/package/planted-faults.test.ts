import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { RECORDS } from "../../../src/functions/records";
import { ADD_IN } from "../../../src/manifest/add-in";
import type { ManifestProblem } from "../../../src/manifest/manifest-problem";
import { addInFiles } from "../../../src/wps/package/add-in-files";
import { checkAddIn } from "../../../src/wps/package/check-add-in";
import { checkBundle } from "../../../src/wps/package/check-bundle";
import { parseWpsAddress } from "../../../src/wps/package/wps-address";

const faults = z
  .array(
    z.strictObject({
      name: z.string(),
      file: z.string(),
      drop: z.boolean().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      all: z.boolean().optional(),
      content: z.string().optional(),
      where: z.string(),
      says: z.string(),
    }),
  )
  .parse(parse(readFileSync("test/cases/wps/package-faults.yaml", "utf8")));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A small folder with everything an add-in has. */
function goodFolder(): Map<string, Uint8Array> {
  const names = RECORDS.map(({ name }) => `"${name}"`).join();
  const icons = readdirSync("src/manifest/icons").filter((name) => name.endsWith(".png"));
  return new Map([
    ...[...addInFiles(ADD_IN, RECORDS, "https://zjtx.example.cn/wps/")].map(
      ([path, text]) => [path, bytes(text)] as const,
    ),
    ["addin.js", bytes(`function OnAddinLoad(){} function OnAction(){} function GetImage(){} var names=[${names}];`)],
    ["taskpane.js", bytes("const all = [1].map((one) => one?.a ?? 2);")],
    ["chunks/worker.js", bytes("async function work() { await 1; }")],
    ["publish.js", bytes("async function post() { let a; a ??= 1; }")],
    ["page.css", bytes("")],
    ["publish.css", bytes("")],
    ...icons.map((name) => [`icons/${name}`, readFileSync(`src/manifest/icons/${name}`)] as const),
  ]);
}

function problemsOf(folder: ReadonlyMap<string, Uint8Array>): readonly ManifestProblem[] {
  const scripts = [...folder.keys()].filter((path) => path.endsWith(".js"));
  return checkAddIn({ read: (path) => folder.get(path) ?? null }, scripts, RECORDS);
}

test("nothing is wrong with the good folder", () => {
  expect(problemsOf(goodFolder())).toEqual([]);
});

test.each(faults)("the checks find it when $name", ({ file, drop, from, to, all, content, where, says }) => {
  const folder = goodFolder();
  const before = new TextDecoder().decode(folder.get(file));
  expect(folder.has(file)).toBe(true);
  if (drop === true) folder.delete(file);
  else if (content !== undefined) folder.set(file, bytes(content));
  else {
    // A patch that no longer applies would prove nothing.
    expect(before).toContain(from);
    const after = all === true ? before.replaceAll(from ?? "", to ?? "") : before.replace(from ?? "", to ?? "");
    folder.set(file, bytes(after));
  }
  const problems = problemsOf(folder);
  const zh: unknown = expect.stringContaining(says);
  const text: unknown = expect.objectContaining({ zh });
  const place: unknown = expect.stringContaining(where);
  expect(problems).toContainEqual({ where: place, text });
  for (const one of problems) expect(one.text.en.length).toBeGreaterThan(15);
});

test("a script that asks whether a later member is there may use it", () => {
  expect(checkBundle("a.js", "crypto.randomUUID?.();", false)).toEqual([]);
  expect(checkBundle("a.js", "thing.timeout(3);", false)).toEqual([]);
});

test("the add-in's address is a folder on http or https, with a slash put to its end", () => {
  expect(parseWpsAddress("https://zjtx.example.cn/wps")).toBe("https://zjtx.example.cn/wps/");
  expect(parseWpsAddress("http://10.1.2.3:8080")).toBe("http://10.1.2.3:8080/");
  for (const wrong of ["zjtx.example.cn", "file:///C:/wps/", "https://zjtx.example.cn/index.html", "https://a.cn/?b"])
    expect(() => parseWpsAddress(wrong)).toThrow("https://zjtx.example.cn/wps/");
});
