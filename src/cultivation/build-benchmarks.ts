/** Measures of a sheet and the printed figures beside them, checked against the vocabulary. */
import type { Field, Vocabulary } from "../language/vocabulary";
import type { SeedFile, SeedPath, SeedProblem } from "../policy/seed-file";
import { SeedReport } from "../policy/seed-report";
import { nearestId } from "../words/nearest-id";
import { spokenDimension } from "../language/dimensions";
import type { Dimension, Quantity } from "../language/tree";
import type { BenchmarkMeasure, BenchmarkUnit, PrintedFigure } from "./cultivation";
import type { RawBenchmarks } from "./cultivation-schema";
import { documentOf, uniqueIds, type SeedPlaces } from "./seed-places";

interface Built extends BenchmarkMeasure {
  readonly dimension: Dimension;
  readonly field: Field | undefined;
}

export function buildBenchmarks(
  seed: SeedFile<RawBenchmarks>,
  places: SeedPlaces,
  problems: SeedProblem[],
): { benchmarks: readonly BenchmarkMeasure[]; printed: readonly PrintedFigure[] } {
  const report = new SeedReport(seed, places.vocabulary, problems);
  uniqueIds(seed, seed.data.measures, "measures", "measure", problems);
  uniqueIds(seed, seed.data.printed, "printed", "printed figure", problems);
  const built = seed.data.measures.flatMap(({ id, zh, en, value }, index): Built[] => {
    const read = report.quantity(value, ["measures", index, "value"]);
    if (!read) return [];
    const field = fieldOf(read.quantity, places.vocabulary);
    const unit = unitOf(read.dimension);
    if (unit === null) {
      report.add(
        ["measures", index, "value"],
        `${id} is ${spokenDimension(read.dimension)}, it has no quartiles`,
        "Measure an amount, a share, a number or a choice",
      );
      return [];
    }
    const unitText = unit === "money" ? "万元" : unit === "share" ? "%" : (field?.unit ?? "");
    return [{ id, name: { zh, en }, value: read.quantity, unit, unitText, dimension: read.dimension, field }];
  });
  const ids = seed.data.measures.map(({ id }) => id);
  const printed = seed.data.printed.flatMap((raw, index): PrintedFigure[] => {
    const at: SeedPath = ["printed", index];
    const measure = built.find(({ id }) => id === raw.measure);
    if (!ids.includes(raw.measure)) {
      const near = nearestId(raw.measure, ids);
      report.add(
        [...at, "measure"],
        `unknown measure ${raw.measure}`,
        near ? `Did you mean ${near}?` : "Add it to `measures` of this file",
      );
    }
    const document = documentOf(raw.document, at, places, report);
    const figures = measure ? figuresOf(raw, measure, at, report) : null;
    if (!document || !figures) return [];
    const { id, statistic, at_least, year, scope, note, clause, evidence } = raw;
    const rest = { id, measure: raw.measure, statistic, year, scope, clause, evidence, document };
    return [{ ...rest, ...figures, atLeast: at_least, note: note ?? null }];
  });
  return {
    benchmarks: built.map(({ id, name, value, unit, unitText }) => ({ id, name, value, unit, unitText })),
    printed,
  };
}

/** A mean carries the unit of its measure and no line; a share of enterprises is a share, its line carries the unit. */
function figuresOf(
  raw: RawBenchmarks["printed"][number],
  measure: Built,
  at: SeedPath,
  report: SeedReport,
): { value: number; line: number | null } | null {
  if (raw.statistic === "mean") {
    if (raw.line !== undefined) report.add([...at, "line"], "a mean has no line", "Take the line out");
    const value = amountOf(raw.value, measure, [...at, "value"], report);
    return value === null ? null : { value, line: null };
  }
  if (raw.line === undefined) {
    report.add(at, `${raw.id} counts enterprises above a line and has none`, "Add `line:`");
    return null;
  }
  const line = amountOf(raw.line, measure, [...at, "line"], report);
  const share = { unit: "share", dimension: "share", field: undefined, id: "a share of enterprises" } as const;
  const value = amountOf(raw.value, share, [...at, "value"], report);
  return line === null || value === null ? null : { value, line };
}

function amountOf(
  amount: number | string,
  measure: Pick<Built, "unit" | "dimension" | "field" | "id">,
  path: SeedPath,
  report: SeedReport,
): number | null {
  if (measure.unit === "choice") {
    const choices = measure.field?.choices ?? [];
    const index = choices.findIndex(({ name }) => name.zh === String(amount));
    if (index >= 0) return index;
    const words = choices.map(({ name }) => name.zh).join("、");
    report.add(path, `"${amount}" is no choice of ${measure.id}`, `Its choices are ${words}`);
    return null;
  }
  const read = report.constant(String(amount), path);
  if (!read) return null;
  if (read.dimension === measure.dimension) return read.value;
  report.add(
    path,
    `${amount} is ${spokenDimension(read.dimension)}, ${measure.id} is ${spokenDimension(measure.dimension)}`,
    "Write it in the unit of the measure, as in 5%, 100万 or 3",
  );
  return null;
}

function unitOf(dimension: Dimension): BenchmarkUnit | null {
  switch (dimension) {
    case "money":
    case "share":
    case "choice":
      return dimension;
    case "plain":
      return "number";
    default:
      return null;
  }
}

function fieldOf(quantity: Quantity, vocabulary: Vocabulary): Field | undefined {
  return quantity.kind === "field" || quantity.kind === "otherwise" ? vocabulary.fields.get(quantity.field) : undefined;
}
