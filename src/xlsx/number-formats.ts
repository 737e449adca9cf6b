/** The number formats that files name by number alone (ECMA-376, 18.8.30), and which formats show days. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  // What Excel in Chinese shows for its own numbers.
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0;-#,##0",
  38: "#,##0;[Red]-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;[Red]-#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries(BUILT_IN)
    // Formats that differ by the language of Excel are written out.
    .filter(([id]) => Number(id) < 14 || Number(id) === 49 || (Number(id) >= 45 && Number(id) <= 48))
    .map(([id, code]) => [code, Number(id)]),
);

export function builtInFormat(id: number): string | undefined {
  return BUILT_IN[id];
}

export function builtInNumber(code: string): number | undefined {
  return code === "General" ? 0 : NUMBERS.get(code);
}

export function showsDay(code: string | undefined): boolean {
  if (code === undefined) return false;
  return /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|General|_.|\*./gi, ""));
}
