/**
 * `npm run test:office`: a scored workbook, opened and saved by LibreOffice, must show every cell as we wrote it, and the input sheets
 * as they came, and native copies must recalculate to our results. Needs `soffice` on the path (Debian: libreoffice-calc).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbook } from "../../src/commands/read-workbook";
import { scoreCommand } from "../../src/commands/score-command";
import { address, cellText, type Cell, type Grid } from "../../src/words/grid";
import { nativeComparison } from "./native-files";
import { printedPages } from "./printed-pages";
import { sharedCopies } from "./shared-copies";
import { workbenchDifferences } from "./workbench-files";

const SAMPLES = ["seeds/samples/山东示例企业.xlsx", "seeds/samples/公开报道企业.xlsx", "test/cases/files/gb18030.csv"];
const RESULTS = ["评分_汇总", "评分_结果", "评分_差距与方案", "评分_来源与假设", "评分_凭据"];

/** Rows of each native copy; two copies of every rule set and purpose make more than 20,000. */
const NATIVE_ROWS = 500;

/** LibreOffice prints the same number as another double now and then; what people see is 15 digits. */
function shown(cell: Cell): string {
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  return cellText(cell);
}

function differences(ours: Grid, theirs: Grid): string[] {
  const found: string[] = [];
  ours.rows.forEach((row, rowIndex) =>
    row.forEach((cell, column) => {
      const other = theirs.rows[rowIndex]?.[column] ?? null;
      if (shown(cell) !== shown(other))
        found.push(
          `${ours.sheet}!${address(rowIndex, column)}: wrote ${shown(cell)}, LibreOffice shows ${shown(other)}`,
        );
    }),
  );
  return found;
}

/** The sample has 300 enterprises; a list to hand round is a dozen pages at most. */
const MOST_PAGES = 12;

let cells = 0;
const wrong: string[] = [];
for (const [index, sample] of SAMPLES.entries()) {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-office-"));
  const scored = join(folder, `scored-${index}.xlsx`);
  const code = await scoreCommand([sample, "--out", scored], { print: () => undefined, complain: console.error });
  if (code !== 0) throw new Error(`${sample} was not scored`);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "saved"), scored], {
    stdio: "ignore",
  });
  const saved = join(folder, "saved", `scored-${index}.xlsx`);
  const inputs = (await readWorkbook(scored)).grids.map(({ sheet }) => sheet);
  for (const sheet of [...inputs, ...RESULTS]) {
    const [ours] = (await readWorkbook(scored, sheet)).grids;
    const [theirs] = (await readWorkbook(saved, sheet)).grids;
    if (!ours || !theirs) throw new Error(`${sheet} is missing`);
    // A formula that was never computed has no value in our file; LibreOffice computes it.
    wrong.push(...differences(ours, theirs).filter((line) => !line.includes("wrote #公式未计算")));
    cells += ours.rows.reduce((sum, row) => sum + row.length, 0);
  }
}
const list = join(mkdtempSync(join(tmpdir(), "zjtx-list-")), "list.xlsx");
await scoreCommand(["seeds/samples/山东示例企业.xlsx", "--out", list], {
  print: () => undefined,
  complain: console.error,
});
const pages = printedPages(list, "评分_结果");
console.log(`the list of 300 enterprises prints on ${pages} pages`);
if (pages === 0 || pages > MOST_PAGES)
  wrong.push(`评分_结果 of 300 enterprises prints on ${pages} pages instead of ${MOST_PAGES}`);
const workbench = await workbenchDifferences();
console.log(`the workbench's own file: ${workbench.length} differences`);
wrong.push(...workbench);
const copies = await sharedCopies();
console.log(
  `copies for sharing, saved by the workbench: ${copies.cells} cells compared, ${copies.wrong.length} differ`,
);
wrong.push(...copies.wrong);
const native = await nativeComparison(NATIVE_ROWS, 3);
console.log(`native copies: ${native.rows} rows, ${native.compared} cells compared, ${native.wrong.length} differ`);
wrong.push(...native.wrong);
for (const line of wrong.slice(0, 20)) console.error(line);
console.log(`${cells} cells compared, ${wrong.length} differ`);
if (wrong.length > 0) process.exitCode = 1;
