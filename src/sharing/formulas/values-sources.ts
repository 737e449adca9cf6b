/** What formulas replaced by values rest on, as a sheet beside the list of them: rules with their clauses, and how each sheet reads. */
import type { RuleSet } from "../../policy/rule-set";
import type { Text, Language } from "../../words/text";
import type { Cell } from "../../words/grid";
import type { ResultSheet } from "../../words/result-sheet";
import { draftNotice, resultNotice } from "../../sheet/results/result-notice";
import { factColumns, rulesFacts } from "../../sheet/results/sources-table";

export const VALUES_SOURCES_SHEET: Text = { zh: "评分_公式依据", en: "评分_formula_sources" };

/** A sheet and what `readingFacts` says of it; null where no list of enterprises was recognised on it. */
export interface SheetFacts {
  readonly sheet: string;
  readonly facts: readonly (readonly Cell[])[] | null;
}

/** @param ruleSets in force on `checked`, the day of formulas that name none */
export function valuesSourcesSheet(
  sheets: readonly SheetFacts[],
  ruleSets: readonly RuleSet[],
  { checked, language }: { readonly checked: string; readonly language: Language },
): ResultSheet {
  const words = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const formulas = words("公式", "Formulas");
  return {
    name: VALUES_SOURCES_SHEET[language],
    titleLines: [
      words("公式的依据和读表记录", "What the formulas rest on, and how the sheets read"),
      resultNotice(draftNotice(ruleSets))[language],
    ],
    columns: factColumns(language),
    rows: [
      [
        formulas,
        words(`没写日期的公式按 ${checked} 施行的标准`, `Formulas without a date follow the rules of ${checked}`),
        "",
        "",
      ],
      [
        formulas,
        words(
          "名单里没有列的通用条件按“符合”处理，空白的按“待补数据”处理",
          "General conditions without a column are taken as holding, blank cells as not known",
        ),
        "",
        "",
      ],
      ...sheets.flatMap(({ sheet, facts }): (readonly Cell[])[] =>
        facts === null
          ? [
              [
                words("读表", "Reading"),
                words(
                  "没有认出企业名单；公式只用到各自参数里的单元格",
                  "No list of enterprises was recognised; the formulas use the cells of their own arguments",
                ),
                sheet,
                "",
              ],
            ]
          : facts.map(([kind = null, content = null, place = null, source = null]) => [
              kind,
              content,
              typeof place === "string" && place !== "" ? `${sheet}!${place}` : sheet,
              source,
            ]),
      ),
      ...rulesFacts(ruleSets, "new", language),
    ],
    asTable: true,
    frozenColumns: 1,
  };
}
