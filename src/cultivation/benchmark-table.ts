/** The sheet's medians and quartiles beside printed figures, each with source and year. */
import { evidenceText } from "../engine/rows/explain";
import { figureText, grouped } from "../words/figures";
import type { Text, Language } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import type { Cell } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import type { MeasuredSheet } from "./benchmarks";
import { referenceText, type BenchmarkMeasure, type PrintedFigure } from "./cultivation";

export function benchmarkSheet(
  measured: readonly MeasuredSheet[],
  vocabulary: Vocabulary,
  language: Language,
): ResultSheet {
  const say = (text: Text): string => text[language];
  const words = (zh: string, en: string): string => say({ zh, en });
  const number = (value: number | null, measure: BenchmarkMeasure): string =>
    value === null ? "" : say(measuredText(value, measure, vocabulary));
  const rows = measured.flatMap(
    ({ measure, known, unknown, mean, lowerQuartile, median, upperQuartile, printed }): Cell[][] => {
      const own: Cell[] = [
        say(measure.name),
        known,
        unknown,
        number(mean, measure),
        number(lowerQuartile, measure),
        number(median, measure),
        number(upperQuartile, measure),
      ];
      if (printed.length === 0) return [own];
      return printed.map(({ figure, sheet }) => [
        ...own,
        say(statisticText(figure, measure, vocabulary)),
        sheet === null ? "" : figure.line === null ? number(sheet, measure) : percent(sheet),
        `${figure.atLeast ? words("超过", "more than ") : ""}${figure.line === null ? number(figure.value, measure) : percent(figure.value)}`,
        figure.year,
        `${say(figure.scope)}${figure.note ? words(`；${figure.note.zh}`, `; ${figure.note.en}`) : ""}`,
        say(referenceText(figure)),
        say(evidenceText(figure)),
      ]);
    },
  );
  return {
    name: words("评分_对照", "评分_Benchmarks"),
    titleLines: [
      words("本表水平与公开数字对照", "This sheet beside printed figures"),
      words(
        "空白不计入；公开数字的企业范围和年份各不相同，只供参考。",
        "Blanks are left out; the printed figures are of other enterprises and years.",
      ),
    ],
    columns: [
      { heading: words("指标", "Measure"), width: 26 },
      { heading: words("已知家数", "Known"), width: 9, format: "#,##0" },
      { heading: words("待补家数", "Not known"), width: 9, format: "#,##0" },
      { heading: words("平均", "Mean"), width: 14 },
      { heading: words("下四分位", "Lower quartile"), width: 14 },
      { heading: words("中位数", "Median"), width: 14 },
      { heading: words("上四分位", "Upper quartile"), width: 14 },
      { heading: words("对照口径", "Compared by"), width: 22, wrap: true },
      { heading: words("本表", "This sheet"), width: 14 },
      { heading: words("公开数字", "Printed"), width: 14 },
      { heading: words("年份", "Year"), width: 8 },
      { heading: words("范围", "Scope"), width: 40, wrap: true },
      { heading: words("出处", "Source"), width: 44, wrap: true },
      { heading: words("依据把握", "Evidence"), width: 12 },
    ],
    rows,
    asTable: true,
    frozenColumns: 1,
  };
}

/** A value of a measure as printed: 4.3%, 810万元, 3项, 市级. */
export function measuredText(
  value: number,
  { unit, unitText, value: quantity }: BenchmarkMeasure,
  vocabulary: Vocabulary,
): Text {
  switch (unit) {
    case "share":
      return { zh: percent(value), en: percent(value) };
    case "choice": {
      const field = quantity.kind === "field" ? vocabulary.fields.get(quantity.field) : undefined;
      return field?.choices[value]?.name ?? { zh: "", en: "" };
    }
    case "money":
      return { zh: `${grouped(value, 2)}万元`, en: figureText(value, "万元").en };
    case "number":
      return { zh: `${grouped(value, 2)}${unitText}`, en: grouped(value, 2) };
  }
}

export function statisticText(
  { statistic, line }: PrintedFigure,
  measure: BenchmarkMeasure,
  vocabulary: Vocabulary,
): Text {
  if (statistic === "mean" || line === null) return { zh: "平均", en: "mean" };
  const text = measuredText(line, measure, vocabulary);
  return statistic === "share-above"
    ? { zh: `超过${text.zh}的企业占比`, en: `share of enterprises above ${text.en}` }
    : { zh: `${text.zh}以上的企业占比`, en: `share of enterprises with at least ${text.en}` };
}

function percent(value: number): string {
  return `${grouped(value * 100, 2)}%`;
}
