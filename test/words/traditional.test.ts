/** The table of traditional characters against OpenCC's, for every character of the vocabulary and of the places. */
import { Converter } from "opencc-js";
import { readSeedFiles } from "../../src/commands/read-seeds";
import { simplify } from "../../src/words/traditional";

const vocabulary = new Set(
  [...readSeedFiles()].flatMap(([path, text]) => (/^(vocabulary\/|places\.)/.test(path) ? Array.from(text) : [])),
);
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
  ["廣東省瀋陽市", "广东省沈阳市"],
  ["企业名称", "企业名称"],
  ["", ""],
])("%s is read as %s.", (traditional, simplified) => {
  expect(simplify(traditional)).toBe(simplified);
});
