/** Takes the number off a numbered heading: `1.2025年营业收入`, `1.1 2025年营业收入`, `7 企业名称`, `A.`, `（二）`, `Q3_`. */

/** What may follow a number for it to be one of a list: anything but a digit, or a year. */
const before = "(?=[^\\d\\s]|20\\d\\d(?!\\d)|(?:1[5-9]|[2-4]\\d)(?:年|[ae](?![a-z])))";
const parts = "\\d{1,2}(?:[.-]\\d{1,2}){0,3}";
/** 3 年, 50 强, 1 类 are no numbers of a list. */
const measured = "(?!年(?![度\\d])|月|日|人|家|强|类|级|个|项|件|名|位|届|批|次|%|万|亿|元)";

const numberings = [
  new RegExp(`^\\(?${parts}(?:[、)]|\\.(?!\\d{1,2}[.、)])|:)\\s*${before}`),
  new RegExp(`^${parts}\\s+${measured}${before}`),
  new RegExp(`^\\d{1,2}(?:\\.\\d{1,2}){1,3}(?=[^\\d.%\\s]|20\\d\\d(?!\\d))(?!万|亿|元|%|倍|年)`),
  /^\(?[一二三四五六七八九十]{1,3}[、.):]\s*/,
  /^\(?[a-su-z][、.):]\s*(?=[\u4e00-\u9fff\d(]|[a-z]{3})/,
  /^\(?(?:i{1,3}|iv|vi{0,3}|ix|x)[、.):]\s*/,
  // Q3 of a questionnaire, but not the third quarter: Q3 2025.
  /^q\d{1,3}[、.:_\s-]+(?!(?:fy\s*)?'?(?:20)?\d\d(?![\d年]))/,
  /^第[\d一二三四五六七八九十]{1,3}(?:题|项|问|列|栏)[、.:\s]*/,
  /^[#·•■□▪►◇○]+\s*/,
];

/** The heading (see `headingWords`) without the numbers of the list it is in, two levels of them at most. */
export function withoutNumbering(words: string): string {
  let text = words;
  for (let level = 0; level < 2; level++) {
    const length = text.length;
    for (const numbering of numberings) {
      const rest = text.replace(numbering, "");
      if (rest !== "" && rest !== text) {
        text = rest.trim();
        break;
      }
    }
    if (text.length === length) break;
  }
  return text;
}
