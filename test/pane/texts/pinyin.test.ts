import { fitsQuery } from "../../../src/pane/texts/pinyin";
import { pinyin } from "pinyin-pro";
import initials from "../../../src/pane/widgets/pinyin-initials.json";
import { theRelease } from "../../release";

test.each([
  ["山东", "sd"],
  ["重庆", "cq"],
  ["重庆", "zq"],
  ["厦门", "xm"],
  ["长春", "cc"],
  ["会计事务所", "kj"],
  ["齐鲁石化（2025）", "qlsh2025"],
  ["ABC智能", "abczn"],
])("%s is found by %s", (text, letters) => {
  expect(fitsQuery(text, letters)).toBe(true);
});

test.each([
  ["山东", "ds"],
  ["山东", "x"],
  ["青岛", "qd2"],
])("%s is not found by %s", (text, letters) => {
  expect(fitsQuery(text, letters)).toBe(false);
});

test("it agrees with the initials of the dictionary that the fields are found by", () => {
  const { fields } = theRelease().vocabulary;
  const wrong = Object.entries(initials).flatMap(([id, letters]) => {
    const name = fields.get(id)?.name.zh ?? "";
    return fitsQuery(name, letters) ? [] : [`${name} ${letters}`];
  });
  expect(wrong).toEqual([]);
});

test("a character of the first level of GB 2312 is found by the letter the dictionary gives it", () => {
  const decoder = new TextDecoder("gb2312");
  const places = Array.from({ length: 40 * 94 }, (_, at) => [0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)]);
  const characters = places.map((bytes) => decoder.decode(new Uint8Array(bytes))).filter((one) => one.length === 1);
  const wrong = characters.filter((one) => {
    const [letter] = pinyin(one, { toneType: "none" });
    return /\p{Script=Han}/u.test(one) && letter !== undefined && !fitsQuery(one, letter);
  });
  expect(characters.length).toBeGreaterThan(3700);
  // Read otherwise nowhere but in a word or two.
  expect(wrong.join("")).toBe("貉嚣");
});
