/** The SQL of a judgement as texts: the table or the view, the preflight, a query a tier, all verdicts at once and their summary. */
import { columnOf, fieldOf, inOrder, typeOf } from "../../engine/sql/slot-columns";
import { RuleSetQuery, type QueryOptions } from "../../engine/sql/rule-set-query";
import { textType } from "../../engine/sql/dialect";
import { placesOf } from "../../language/places";
import type { Judgement } from "../../policy/judgement";
import type { Policy, RuleSet } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import { preflight } from "./preflight";
import { summaryQuery } from "./summary-query";
import type { TableView } from "./table-view";
import { regimesOf, tiersOf, verdictQuery } from "./verdict-query";

const KEPT = ["enterprise_name", "enterprise_credit_code"];

export interface SqlText {
  /** The file it goes into. */
  readonly name: string;
  readonly sql: string;
}

export interface SqlContext {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  readonly judgement: Judgement;
  readonly query: QueryOptions;
  readonly wanted: ReadonlySet<string>;
  /** Tiers asked for; all in force where it is null. */
  readonly tiers: readonly string[] | null;
  readonly language: "zh" | "en";
}

/** @param view how somebody's own table is read, and what it is called; null for the bare contract */
export function sqlTexts(
  context: SqlContext,
  view: { readonly view: TableView; readonly table: string } | null,
): readonly SqlText[] {
  const { policy, judgement, query, tiers, language } = context;
  const { dialect } = query;
  const regimes = regimesOf(policy, judgement);
  const all = tiersOf(policy, regimes);
  const given =
    view === null
      ? [{ name: "table.sql", sql: tableText(context) }]
      : [
          { name: "preflight.sql", sql: preflight(view.view.checks(), view.view.read(view.table), dialect, language) },
          { name: "view.sql", sql: view.view.text("enterprises", view.table) },
        ];
  const editions = [...new Set(regimes.flatMap((regime) => regime.editions))].filter(
    ({ tier }) => tiers === null || tiers.includes(tier),
  );
  const together = { policy, judgement, options: { ...query, explain: false } };
  return [
    ...given,
    ...editions.map((edition) => ({ name: fileOf(edition), sql: tierText(edition, context) })),
    { name: "verdicts.sql", sql: verdictQuery("enterprises", KEPT, together) },
    { name: "summary.sql", sql: summaryQuery(all, "verdicts", dialect) },
  ];
}

function fileOf({ tier, place }: RuleSet): string {
  return `${place === null ? tier : `${tier}-${place}`}.sql`;
}

/** One tier's query, with where it comes from and whom it judges. */
function tierText(edition: RuleSet, { vocabulary, judgement, query, language }: SqlContext): string {
  const { name, document, place } = edition;
  const whom = place === null ? "" : `${placesOf(vocabulary).text(place)[language]}：`;
  const lines = [
    `${whom}${name[language]} ${edition.edition} ${judgement.purpose}`,
    `${document.title[language]} ${document.number}`.trim(),
  ];
  const comment = lines.map((line) => `-- ${line.replace(/\s+/g, " ")}`).join("\n");
  const set = { prefix: "", requirements: edition.forPurpose[judgement.purpose] };
  return `${comment}\n${new RuleSetQuery([set], query).text("enterprises", KEPT)}`;
}

/** The contract as a table to be filled: a blank is NULL, money is in 万元, a title held without a last day is 9999-12-31. */
function tableText({ wanted, vocabulary, query, language }: SqlContext): string {
  const text = textType(query.dialect);
  const slots = inOrder(new Set([...wanted, "place"]), vocabulary).map((key) => {
    const { type, name, unit } = fieldOf(key, vocabulary);
    return { sql: `${columnOf(key)} ${typeOf(type)}`, about: `${name[language]}${unit === "" ? "" : `（${unit}）`}` };
  });
  const columns = [
    { sql: `enterprise_name ${text}`, about: "" },
    { sql: `enterprise_credit_code ${text}`, about: "" },
    ...slots,
  ];
  const lines = columns.map(
    ({ sql, about }, at) => `  ${sql}${at === columns.length - 1 ? "" : ","}${about === "" ? "" : ` -- ${about}`}`,
  );
  return `CREATE TABLE enterprises (\n${lines.join("\n")}\n)`;
}
