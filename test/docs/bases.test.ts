import { readFileSync } from "node:fs";
import { basesTable } from "./bases-table";
import { subsidies } from "../riders/release";

test.each([
  ["docs/riders.zh-CN.md", "zh", "| 地方 | 2025 年 | 2026 年 |"],
  ["docs/riders.md", "en", "| place | 2025 | 2026 |"],
] as const)("The table of bases in %s is that of the seeds", (file, language, heading) => {
  const [, after = ""] = readFileSync(file, "utf8").split(`${heading}\n| --- | --- | --- |\n`);
  const rows = after.split("\n\n")[0]?.split("\n");
  expect(rows).toEqual(basesTable(subsidies.bases, language));
});
