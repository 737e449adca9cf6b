/** What the pane says in WPS names WPS: no sentence that its code can reach sends its users to Excel. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { parse } from "yaml";
import { z } from "zod";
import { connectedInWps } from "../../host/rooms";
import { book, sheet } from "../../excel/made-up-book";
import { wordsOf } from "../../../src/pane/texts/language";
import { SHARING } from "../../../src/pane/views/sharing/sharing-texts";

const allowed = z
  .array(z.strictObject({ file: z.string(), has: z.string(), why: z.string() }))
  .parse(parse(readFileSync("test/cases/wps/texts-naming-excel.yaml", "utf8")));

/** The pane's page in WPS, and the worker it starts. */
const ENTRIES = ["src/pane/frame/wps-entry.tsx", "src/pane/worker/worker.ts"];

function resolved(from: string, wanted: string): string | null {
  if (!wanted.startsWith(".")) return null;
  const path = join(dirname(from), wanted);
  return [`${path}.ts`, `${path}.tsx`, path].find((one) => /\.tsx?$/.test(one) && existsSync(one)) ?? null;
}

interface Found {
  readonly imports: readonly string[];
  readonly texts: readonly string[];
}

/** What a file imports to run, and every text in it that names Excel. */
function look(file: string): Found {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const typesAlone = ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      if (node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier) && !typesAlone)
        imports.push(node.moduleSpecifier.text);
      return;
    }
    if (
      (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) &&
      /Excel\b/.test(node.text)
    )
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, texts };
}

/** Texts that name Excel in everything the pane runs, by file. What is said of a workbook's file is meant as it is written. */
function namingExcel(): readonly { readonly file: string; readonly text: string }[] {
  const seen = new Set<string>();
  const waiting = [...ENTRIES];
  const found: { readonly file: string; readonly text: string }[] = [];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const { imports, texts } = look(file);
    for (const one of imports) {
      const path = resolved(file, one);
      if (path !== null) waiting.push(path);
    }
    if (!file.startsWith("src/xlsx/")) for (const text of texts) found.push({ file, text });
  }
  expect(seen.size).toBeGreaterThan(300);
  return found;
}

test("no sentence of the pane names Excel, but where Excel itself is meant", () => {
  const found = namingExcel();
  const fits =
    ({ file, text }: (typeof found)[number]) =>
    (one: (typeof allowed)[number]) =>
      one.file === file && text.includes(one.has);
  expect(found.filter((one) => !allowed.some(fits(one)))).toEqual([]);
  // What is allowed and no longer said would hide the next.
  expect(allowed.filter((one) => !found.some((text) => fits(text)(one)))).toEqual([]);
});

test("the host gives the program its name, and the texts take it", async () => {
  const { host, close } = await connectedInWps(book([sheet("名单", [["甲"]])]));
  close();
  expect(wordsOf("zh", SHARING, host.program).say("notNoted")).toContain("请用更新版本的 WPS 表格。");
  expect(wordsOf("en", SHARING, host.program).say("namesWhen")).toContain("Needs a version of WPS Spreadsheets with");
});
