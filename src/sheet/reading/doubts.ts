/**
 * Columns whose meaning is not certain. They are named and asked about, and until a saved mapping names the column nothing in it is
 * among the facts: a doubtful reading never decides a verdict.
 */
import type { Field, Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import { meaningText, question, type DoubtReason, type Standing } from "./doubt-messages";
import { cellText, isBlank, type Grid } from "../../words/grid";
import type { Mapping } from "./map-columns";

export interface Doubt {
  /** What is doubtful first of all, see `DoubtReason`. */
  readonly id: string;
  /** 0-based, among the columns of the reading: several where one column of the sheet holds several years of a field. */
  readonly columns: readonly number[];
  /** The cell of the heading. */
  readonly cells: readonly string[];
  readonly heading: string;
  /** What the column would be taken for; of several years the latest. */
  readonly field: string;
  readonly back: number;
  readonly unit: string;
  /** How likely it is that the column is what it would be taken for: as the weakest of its reasons. */
  readonly standing: Standing;
  /** Units it may be in, the likeliest first ("" is a plain fraction); empty where nothing is asked about its unit. */
  readonly units: readonly string[];
  /** What is doubtful, what it would be taken for, how to answer. */
  readonly question: Text;
  /** What its first three cells with anything in them say. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 40;

/** What names the rows. Kept while in doubt: without it nobody can tell the rows apart, and it decides no verdict. */
const IDENTITIES: ReadonlySet<string> = new Set([
  "name",
  "credit_code",
  "rider",
  "cluster_name",
  "indicator_name",
  "district",
]);

/** The mapping with a reason for doubt; as it is where a person has answered for the column. */
export function doubtful(mapping: Mapping, reason: DoubtReason): Mapping {
  return mapping.answered ? mapping : { ...mapping, confidence: "doubtful", doubts: [...mapping.doubts, reason] };
}

/** The mapping as it would be had a person confirmed it. */
export function asConfirmed(mapping: Mapping): Mapping {
  return { ...mapping, confidence: "sure", doubts: [], answered: true };
}

/** True for a column a person has to confirm. */
export function isDoubtful({ use, confidence }: Pick<Mapping, "use" | "confidence">): boolean {
  return use === "held" || (use === "read" && confidence === "doubtful");
}

/** A doubtful column held back from the facts; any other as it is. */
export function heldBack(mapping: Mapping): Mapping {
  return isDoubtful(mapping) && !IDENTITIES.has(mapping.field ?? "") ? { ...mapping, use: "held" } : mapping;
}

function examplesOf(grid: Grid, rows: readonly number[], column: number): string[] {
  const examples: string[] = [];
  for (const row of rows) {
    const cell = grid.rows[row]?.[column];
    if (isBlank(cell)) continue;
    examples.push(cellText(cell).slice(0, LONGEST_EXAMPLE));
    if (examples.length === MOST_EXAMPLES) break;
  }
  return examples;
}

function weakest(reasons: readonly DoubtReason[]): Standing {
  const found = reasons.map(({ standing }) => standing);
  return found.includes("unlikely") ? "unlikely" : found.includes("uncertain") ? "uncertain" : "likely";
}

/** None where something else speaks against the reading too, which a unit alone would not answer. */
function unitsOffered(reasons: readonly DoubtReason[]): readonly string[] {
  if (reasons.some(({ standing, units }) => standing === "unlikely" && units.length === 0)) return [];
  return reasons.find(({ units }) => units.length > 0)?.units ?? [];
}

/** One question about one column of the sheet, whatever years of the field it holds. `all` is not empty. */
function doubtOf(grid: Grid, rows: readonly number[], all: readonly Mapping[], field: Field, t: number): Doubt[] {
  const [mapping] = all;
  if (mapping === undefined) return [];
  const { address, heading, unit, doubts } = mapping;
  const years = field.periods > 1 && !field.ofJudgementYear ? all.map(({ back }) => t - back) : [];
  return [
    {
      id: doubts[0]?.id ?? "heading",
      columns: all.map(({ column }) => column),
      cells: [address],
      heading,
      field: field.id,
      back: Math.min(...all.map(({ back }) => back)),
      unit,
      standing: weakest(doubts),
      units: unitsOffered(doubts),
      question: question(heading, address, doubts, meaningText(field.name, years, unit)),
      examples: examplesOf(grid, rows, mapping.column),
    },
  ];
}

/** The questions of a sheet, in the order of its columns. `rows` are the 0-based rows of its data in the grid. */
export function doubtsOf(
  grid: Grid,
  rows: readonly number[],
  columns: readonly Mapping[],
  vocabulary: Vocabulary,
  t: number,
): Doubt[] {
  const together = new Map<string, Mapping[]>();
  for (const mapping of columns.filter(isDoubtful)) {
    const key = [mapping.address, mapping.field, ...mapping.doubts.map(({ id }) => id)].join(" ");
    together.set(key, [...(together.get(key) ?? []), mapping]);
  }
  return [...together.values()].flatMap((all) => {
    const field = vocabulary.fields.get(all[0]?.field ?? "");
    return field === undefined ? [] : doubtOf(grid, rows, all, field, t);
  });
}
