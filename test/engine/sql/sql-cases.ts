/** One rule set on made-up rows, as every parity run takes it. */
import type { FactColumns } from "../../../src/engine/facts";
import type { Dialect } from "../../../src/engine/sql/dialect";
import type { QueryOptions, ResultColumn } from "../../../src/engine/sql/rule-set-query";
import { slotsOf } from "../../../src/policy/cells-read";
import { theRelease } from "../../release";
import { borderRows } from "./border-rows";
import { compiled } from "./parity";
import type { NamedSet } from "./rule-set-list";

export interface SqlCase {
  readonly set: NamedSet;
  readonly facts: FactColumns;
  readonly slots: ReadonlySet<string>;
  readonly options: QueryOptions;
  readonly sql: string;
  readonly columns: readonly ResultColumn[];
}

export interface CaseOptions {
  readonly dialect: Dialect;
  readonly count: number;
  readonly seed: number;
  readonly absent?: number;
  readonly explain?: boolean;
  readonly assumeGeneral?: boolean;
}

/** 2026-11-21. */
const AS_OF = 46_347;

export function sqlCase(
  set: NamedSet,
  { dialect, count, seed, absent = 0, explain = true, assumeGeneral = true }: CaseOptions,
): SqlCase {
  const { vocabulary } = theRelease();
  const facts = borderRows([set.requirements], vocabulary, { count, seed, asOf: AS_OF, blanks: 6, absent });
  const options = {
    dialect,
    vocabulary,
    asOf: AS_OF,
    t: 2025,
    present: new Set(facts.slots()),
    assumeGeneral,
    explain,
  };
  return { set, facts, slots: slotsOf(set.requirements, vocabulary), options, ...compiled(set.requirements, options) };
}

/** Where the decimals stand among the answers, the id first. */
export function numbersOf(columns: readonly ResultColumn[]): ReadonlySet<number> {
  const numbers = columns.flatMap(({ tells }, at) =>
    typeof tells === "object" || (tells.startsWith("points_") && tells !== "points_open") ? [at + 1] : [],
  );
  return new Set([0, ...numbers]);
}
