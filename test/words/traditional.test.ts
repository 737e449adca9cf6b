/** The table of traditional characters against OpenCC's, for every character of the vocabulary. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Converter } from "opencc-js";
import { simplify } from "../../src/words/traditional";

const folder = join(__dirname, "../../seeds/vocabulary");
const vocabulary = new Set(readdirSync(folder).flatMap((file) => Array.from(readFileSync(join(folder, file), "utf8"))));
const han = Array.from({ length: 0xa000 - 0x3400 }, (_, at) => String.fromCodePoint(0x3400 + at));

test("Every traditional form of a character of the vocabulary is simplified, and nothing of the vocabulary is touched.", () => {
  const converters = (["t", "tw", "hk"] as const).map((from) => Converter({ from, to: "cn" }));
  const missing = han.flatMap((letter) => {
    if (vocabulary.has(letter)) return [];
    const simple = converters.map((convert) => convert(letter)).find((form) => form !== letter && vocabulary.has(form));
    return simple === undefined || simplify(letter) === simple ? [] : [`${letter} -> ${simple}`];
  });
  expect(missing).toEqual([]);
  expect([...vocabulary].filter((letter) => simplify(letter) !== letter)).toEqual([]);
});

test.each([
  ["統一社會信用代碼", "统一社会信用代码"],
  ["營業收入（萬元）", "营业收入（万元）"],
  ["企业名称", "企业名称"],
  ["", ""],
])("%s is read as %s.", (traditional, simplified) => {
  expect(simplify(traditional)).toBe(simplified);
});
