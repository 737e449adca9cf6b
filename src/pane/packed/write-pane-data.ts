/** `npm run pane-data`: writes the pane's pinyin initials and sample sheets from the vocabulary and the samples. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadRelease } from "../../commands/read-seeds";
import { indicatorRows, pinyinInitials, sampleRows } from "./pane-data";

function write(path: string, lines: readonly string[], [open, close]: readonly [string, string]): void {
  writeFileSync(fileURLToPath(new URL(path, import.meta.url)), `${open}\n${lines.join(",\n")}\n${close}\n`);
}

const initials = Object.entries(pinyinInitials(loadRelease().vocabulary));
write(
  "../widgets/pinyin-initials.json",
  initials.map(([id, letters]) => `  ${JSON.stringify(id)}: ${JSON.stringify(letters)}`),
  ["{", "}"],
);
write(
  "../views/score/sample/sample.json",
  // One text a row: the formatter would give every cell a line of its own.
  sampleRows().map((row) => `  ${JSON.stringify(JSON.stringify(row))}`),
  ["[", "]"],
);
write(
  "../views/clusters/cluster-sample.json",
  indicatorRows().map((row) => `  ${JSON.stringify(JSON.stringify(row))}`),
  ["[", "]"],
);
