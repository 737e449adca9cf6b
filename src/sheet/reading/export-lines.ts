/**
 * Headings of data terminals, which say period, kind of statement and unit on lines of their own:
 * `营业收入 [报告期] 2025年报 [报表类型] 合并报表 [单位] 万元↓` (Wind, Choice, 同花顺). They become notes in brackets like anybody else's.
 */

/** Lines that say something of the figures. */
const telling =
  "报告期|报告年度|报告日期|会计期间|年度|年份|日期|截止日期|截止日|报表类型|报表类别|合并类型|单位|计量单位|币种|货币|币别";
/** Lines of the terminal's own. */
const silent =
  "行业级别|行业类别|交易日期|最新交易日|数据类型|数据来源|指标|指标名称|公告日期|口径|排名|复权方式|财务报表|是否调整|调整类型|地区|级别|版本|类型|参数|起始日期|频率";
const bracketed = new RegExp(`\\(\\s*(?:(${telling})|${silent})\\s*\\)\\s*:?\\s*([^()]*)`, "g");
const colon = new RegExp(`\\n\\s*(${telling})\\s*[:=]\\s*([^\\n]+)`, "g");
const anyTelling = new RegExp(`\\(\\s*(?:${telling})\\s*\\)\\s*:?\\s*[^()]*(?:\\d{4}|元|报表|%)`);
/** What stands behind a label: a period, a unit, a kind of statement. */
const answer = /\d{4}|报表|元|%|^[万千百亿]|^(?:人|项|件|个|家|户|名|台|次|倍)$/;

/** `headingWords` of a heading, with the lines of a data terminal as notes in brackets; other headings come back as they are. */
export function withoutExportLines(words: string): string {
  return words
    .replace(bracketed, (whole: string, label: string | undefined, value: string, at: number) => {
      const said = value.replace(/[↓↑]/g, "").trim();
      const ownLine = words.slice(0, at).trimEnd() !== "" && words.slice(0, at).endsWith("\n");
      if (label === undefined) return ownLine || anyTelling.test(words) ? "" : whole;
      // 【单位】, （年度）营业收入 and 企业（单位）名称 are headings, not lines of one.
      if (!answer.test(said) && !ownLine) return whole;
      return said === "" ? "" : `(${said})`;
    })
    .replace(colon, (_, __, value: string) => `(${value.replace(/[↓↑]/g, "").trim()})`);
}
