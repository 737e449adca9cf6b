/** How many pages LibreOffice prints of one sheet of a workbook: the others are hidden, what is left goes into a PDF. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export function printedPages(workbook: string, sheet: string): number {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-print-"));
  const alone = join(folder, "alone.xlsx");
  const parts = unzipSync(readFileSync(workbook));
  const xml = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const names = [...xml.matchAll(/<sheet [^>]*name="([^"]*)"[^>]*>/g)].map(([, name]) => name);
  const hidden = xml
    .replace(/activeTab="\d+"/, `activeTab="${names.indexOf(sheet)}"`)
    .replace(/<sheet ([^>]*name="([^"]*)"[^>]*)>/g, (whole, rest: string, name: string) =>
      name === sheet ? whole : `<sheet state="hidden" ${rest}>`,
    );
  writeFileSync(alone, zipSync({ ...parts, "xl/workbook.xml": strToU8(hidden) }));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, alone], {
    stdio: "ignore",
  });
  // Of a page tree only leaves are pages.
  return readFileSync(join(folder, "alone.pdf"), "latin1").match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}
