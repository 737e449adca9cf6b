import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { readWorkbook } from "../../src/commands/read-workbook";
import { UnreadableFile } from "../../src/commands/unreadable-file";
import { craftedFiles } from "./crafted-files";
import { failureOf } from "./failure";

const folder = join(__dirname, "../cases/files");
const cases = z
  .object({
    unreadable: z.array(z.object({ file: z.string(), code: z.string(), zh: z.string() })),
    readable: z.array(
      z.object({ file: z.string(), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) }),
    ),
  })
  .parse(parse(readFileSync(join(folder, "expected.yaml"), "utf8"), { merge: true }));

describe("files that can't be read", () => {
  test.each(cases.unreadable)("$file fails as $code and says what to do", async ({ file, code, zh }) => {
    const path = join(folder, file);
    const failure = await failureOf(UnreadableFile, readWorkbook(path));
    expect(failure.code).toBe(code);
    expect(failure.text.zh).toContain(zh);
    expect(failure.text.zh).toContain(path);
    expect(failure.text.en).toContain(path);
  });

  test("a damaged file keeps the exact reason for whoever looks into it, outside the message", async () => {
    const failure = await failureOf(UnreadableFile, readWorkbook(join(folder, "cut-off.xlsx")));
    expect(String(failure.cause)).toContain("zip directory");
    expect(failure.text.zh).not.toContain("zip");
  });
});

describe("odd files that can be read", () => {
  test.each(cases.readable)("$file reads as its rows", async ({ file, rows }) => {
    const book = await readWorkbook(join(folder, file));
    expect(book.grids[0]?.rows).toEqual(rows);
  });
});

test("the files on disk are the crafted ones", () => {
  const crafted = craftedFiles();
  for (const [name, bytes] of crafted)
    expect([name, Buffer.compare(readFileSync(join(folder, name)), bytes)]).toEqual([name, 0]);
  const tested = [...cases.unreadable, ...cases.readable].map(({ file }) => file);
  expect([...crafted.keys()].filter((name) => !tested.includes(name))).toEqual([]);
});
