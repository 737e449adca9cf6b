import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { scoreCommand } from "../../src/commands/score-command";
import { readWorkbook } from "../../src/commands/read-workbook";
import { Masker } from "../../src/sharing/masking/mask";
import { maskedGrid } from "../../src/sharing/masking/masked-grid";
import { loadRelease } from "../../src/commands/read-seeds";
import { isCreditCodeValid } from "../../src/sheet/reading/credit-code";
import { readingOf, sampleInput } from "./scored-book";

const key = (seed: number): Uint8Array => Uint8Array.from({ length: 32 }, (_, index) => (index * 7 + seed) & 255);

describe("pseudonyms", () => {
  test("the same value has the same pseudonym, in any spelling", () => {
    const masker = new Masker(key(1));
    expect(masker.mask("青岛示例机械有限公司 ", "enterprise")).toBe(masker.mask("青岛示例机械有限公司", "enterprise"));
    expect(masker.mask("91370200ma3xn00017", "code")).toBe(masker.mask("９１370200MA3XN00017", "code"));
  });

  test("different values differ, also among many", () => {
    const masker = new Masker(key(1));
    const names = new Set(Array.from({ length: 20_000 }, (_, index) => masker.mask(`示例企业${index}`, "enterprise")));
    expect(names.size).toBe(20_000);
  });

  test("another key gives other pseudonyms, so that nothing can be found by trying names", () => {
    expect(new Masker(key(1)).mask("示例企业", "enterprise")).not.toBe(
      new Masker(key(2)).mask("示例企业", "enterprise"),
    );
  });

  test("codes have the shape and check digit of a credit code, of an office that does not exist", () => {
    const masker = new Masker(key(3));
    for (let index = 0; index < 200; index += 1) {
      const code = masker.mask(`9137020000000${String(index).padStart(4, "0")}`, "code");
      expect(code).toMatch(/^99000000/);
      expect(isCreditCodeValid(code)).toBe(true);
    }
  });

  test("blanks stay blank", () => {
    expect(new Masker(key(1)).mask("", "enterprise")).toBe("");
    expect(new Masker(key(1)).mask("  ", "code")).toBe("  ");
  });

  test("names, codes, identity numbers and phones are found inside texts", () => {
    const masker = new Masker(key(1));
    const name = masker.mask("青岛示例机械有限公司", "enterprise");
    const text = masker.text("联系青岛示例机械有限公司 13812345678，身份证 11010519491231002X");
    expect(text).toContain(name);
    expect(text).not.toMatch(/示例|13812345678|11010519491231002X/);
  });

  test("names of two characters are found where they stand by themselves, and not inside words", () => {
    const masker = new Masker(key(1));
    const [firm, person] = [masker.mask("华光", "enterprise"), masker.mask("李四", "person")];
    expect(masker.text("“华光”、李四（华光）: 华光电子")).toBe(`“${firm}”、${person}（${firm}）: 华光电子`);
    masker.mask("12", "rider");
    expect(masker.text("满足 12 项")).toBe("满足 12 项");
  });

  test("a short key is refused", () => {
    expect(() => new Masker(new Uint8Array(8))).toThrow(RangeError);
  });
});

test("columns of persons are masked by their headings, and figures stay", async () => {
  const input = await sampleInput(3);
  const width = input.rows[0]?.length ?? 0;
  const rows = input.rows.map((row, index) => [
    ...Array.from({ length: width }, (_, column) => row[column] ?? null),
    ...(index === 0 ? ["联系人", "手机"] : ["王小明", 13812345678]),
  ]);
  const grid = { ...input, rows };
  const reading = readingOf(grid);
  const masker = new Masker(key(4));
  const { vocabulary } = loadRelease();
  const { grid: masked } = maskedGrid(grid, reading, "名单", { vocabulary, keep: [], yearsOnly: false }, masker);
  const text = JSON.stringify(masked.rows);
  expect(text).not.toMatch(/王小明|13812345678/);
  for (const name of reading.names) expect(text).not.toContain(name);
  for (const code of reading.creditCodes) expect(text).not.toContain(code);
  const again = readingOf(masked);
  expect([...(again.facts.column("revenue") ?? [])]).toEqual([...(reading.facts.column("revenue") ?? [])]);
  expect(again.creditCodes.every(isCreditCodeValid)).toBe(true);
});

test.each([["--masked"], ["--masked --native"]])(
  "a file written with %s holds no name and no code of the input in any of its parts",
  async (options) => {
    const source = "seeds/samples/公开报道企业.xlsx";
    const list = (await readWorkbook(source)).grids.find(({ sheet }) => sheet !== "说明");
    if (!list) throw new Error("the sample lacks its list");
    const { names, creditCodes } = readingOf(list);
    const out = join(mkdtempSync(join(tmpdir(), "zjtx-masked-")), "out.xlsx");
    const argv = [source, ...options.split(" "), "--out", out];
    expect(await scoreCommand(argv, { print: () => undefined, complain: () => undefined })).toBe(0);
    const parts = Object.values(unzipSync(readFileSync(out)))
      .map((bytes) => strFromU8(bytes))
      .join("");
    const left = [...names, ...creditCodes].filter((value) => value.length >= 4 && parts.includes(value));
    expect(left).toEqual([]);
    expect(parts).toContain("企业");
  },
);
