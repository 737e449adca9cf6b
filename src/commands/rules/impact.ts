/** `rules impact DRAFT LIST`: who in a list gains and loses by a draft, by which condition, and one line of it at many values. */
import { draftImpact, type ImpactContext } from "../../authoring/draft-impact";
import type { Draft } from "../../authoring/draft";
import { impactGroups } from "../../authoring/impact-groups";
import { draftImpactSheets, draftName } from "../../authoring/impact-tables";
import { heaviestFirst, lineWeights } from "../../authoring/line-weights";
import { lineRows, type LineRow } from "../../authoring/moved-line";
import { sweepLine, valuesAround, type SweepPoint } from "../../authoring/sweep";
import { numberOf } from "../../authoring/read-entry";
import { nearestId } from "../../words/nearest-id";
import type { Call } from "../kit/command";
import { openList, readList } from "../kit/list-input";
import { MAP, placeGiven, SHEET } from "../kit/list-options";
import type { GivenOptions } from "../kit/given-options";
import type { Say } from "../kit/terminal";
import { WrongInput } from "../kit/wrong-input";
import { readingLines } from "../told-reading";
import { writeWorkbook } from "../write-workbook";
import { workbookOut } from "./draft";
import type { Asked } from "./named-edition";
import { openDraft } from "./open-draft";
import { RESULT, SWEEP, VALUES } from "./rules-options";

/** Values of a sweep where none are named. */
const VALUES_TRIED = 50;

export async function impact(
  { given, language, terminal, outputs }: Call,
  { policy, vocabulary, asOf, purpose }: Asked,
  [draftPath = "", listPath = ""]: readonly string[],
): Promise<void> {
  const say: Say = (text) => terminal.print(text[language]);
  const out = workbookOut(given.value(RESULT) ?? "草案影响.xlsx");
  const place = placeGiven(given, vocabulary);
  const draft = await openDraft(draftPath, say);
  const opened = await openList(
    {
      input: listPath,
      sheet: given.value(SHEET),
      map: given.value(MAP),
      saveMap: undefined,
      out,
      json: undefined,
      facts: false,
    },
    say,
  );
  const reading = readList(opened, vocabulary, { asOf, place }, say);
  const context: ImpactContext = {
    policy,
    vocabulary,
    reading,
    judgement: { asOf, purpose, assumeGeneral: true, place },
  };
  const [first] = draft.ruleSets;
  const lines = lineRows(draft.rows, purpose, draft.textAt);
  const sweep = sweepAsked(given, lines, context, draft);
  const found = draftImpact(context, draft.ruleSets);
  const name = draftName(first);
  const sheets = draftImpactSheets(
    {
      impact: found,
      groups: impactGroups(found, context),
      weights: heaviestFirst(lineWeights(context, draft.ruleSets, lines)),
      sweep,
      name,
      asOf,
    },
    language,
  );
  await writeWorkbook(outputs, out, opened.file.original, sheets);
  await outputs.commit();
  const { moves } = found;
  const gained = moves.unmet.met + moves.unknown.met;
  const lost = moves.met.unmet + moves.met.unknown;
  say({
    zh: `${name.zh}：新增${gained}家，失去${lost}家，其余有变化${found.moved.length - gained - lost}家（共${reading.facts.count}家，${found.elsewhere}家由本省另有的标准评）`,
    en: `${name.en}: ${gained} gain, ${lost} lose, ${found.moved.length - gained - lost} move otherwise (of ${reading.facts.count}; ${found.elsewhere} are judged by their province's own rules)`,
  });
  for (const { text, firms } of found.losingBy)
    say({ zh: `  失去：${text.zh} ${firms}家`, en: `  lost by: ${text.en}, ${firms}` });
  for (const { text, firms } of found.gainingBy)
    say({ zh: `  新增：${text.zh} ${firms}家`, en: `  gained by: ${text.en}, ${firms}` });
  readingLines({ reading, vocabulary }).forEach(say);
  say({ zh: `结果已写入 ${out}`, en: `Written to ${out}` });
}

function sweepAsked(
  given: GivenOptions,
  lines: readonly LineRow[],
  context: ImpactContext,
  draft: Draft,
): { readonly line: LineRow; readonly points: readonly SweepPoint[] } | null {
  const id = given.value(SWEEP);
  if (id === undefined) {
    if (given.value(VALUES) === undefined) return null;
    throw new WrongInput({ zh: "--values 和 --sweep 一起用。", en: "--values goes with --sweep." });
  }
  const line = lines.find(({ row }) => row.id === id);
  if (line === undefined) {
    const ids = lines.map(({ row }) => row.id);
    const near = nearestId(id, ids);
    throw new WrongInput({
      zh: `草案里没有能试的线“${id}”。${near === null ? `能试的有：${ids.join("、")}。` : `是不是 ${near}？`}`,
      en: `The draft has no line "${id}" to try. ${near === null ? `There are: ${ids.join(", ")}.` : `Did you mean ${near}?`}`,
    });
  }
  return { line, points: [...sweepLine(context, draft.ruleSets, line, valuesOf(given, line))] };
}

function valuesOf(given: GivenOptions, line: LineRow): readonly string[] {
  const text = given.value(VALUES);
  if (text === undefined) return valuesAround(line, VALUES_TRIED);
  return text.split(/[,，、]/).map((word) => {
    const value = numberOf(word.trim(), { percent: false, unit: line.unit });
    if (value !== null) return value;
    throw new WrongInput({
      zh: `--values 里的“${word}”不是“${line.name.zh}”能用的数（单位${line.unit === "" ? "：无" : line.unit}）。`,
      en: `"${word}" of --values is no number for "${line.name.en}"${line.unit === "" ? "" : ` (in ${line.unit})`}.`,
    });
  });
}
