/**
 * A quick look before the exact search: could so few changes meet a rule set at all? Every failing requirement must read a figure that
 * may move, and the chosen figures must touch all of them. Whoever fails this look has no such plan; whoever passes may have one.
 */
import { conditionsAsked, lower } from "../policy/lower";
import type { Requirements } from "../policy/rule-set";
import type { Field, Vocabulary } from "../language/vocabulary";
import { fieldsOfTest } from "../language/tree";
import { cellsOfItem } from "../policy/cells-read";

export class Reachable {
  /** Required id -> fields whose change can turn it. */
  private readonly movable: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(requirements: Requirements, vocabulary: Vocabulary) {
    const parts = partsByWhole(vocabulary);
    const movableOf = (cells: readonly { field: string; back: number }[]): ReadonlySet<string> => {
      const read = cells.filter(({ back }) => back === 0).map(({ field }) => field);
      // Raising a part raises its whole.
      const all = new Set(read);
      for (const id of all) for (const part of parts.get(id) ?? []) all.add(part);
      return new Set([...all].filter((id) => mayMove(vocabulary.fields.get(id))));
    };
    const { substance, passing } = lower(requirements);
    const movable = new Map(
      substance.map((asked) => [asked.id, movableOf(conditionsAsked(asked).flatMap(({ test }) => fieldsOfTest(test)))]),
    );
    if (passing)
      movable.set(
        passing.id,
        movableOf([
          ...passing.groups.flatMap(({ items }) => items.flatMap(cellsOfItem)),
          ...passing.routes.flatMap(({ condition }) => fieldsOfTest(condition.test)),
        ]),
      );
    this.movable = movable;
  }

  /** Whether at most two changes could turn all of these failing requirements. */
  inTwo(unmet: readonly string[]): boolean {
    const sets = unmet.map((id) => this.movable.get(id));
    const [first, ...others] = sets;
    const fields = first ?? NO_FIELDS;
    return [...fields].some((field) => {
      const [next, ...rest] = others.filter((set) => !set?.has(field));
      // Nothing is left to turn, or one more field must turn all that is.
      if (others.every((set) => set?.has(field))) return true;
      return [...(next ?? NO_FIELDS)].some((second) => rest.every((set) => set?.has(second)));
    });
  }
}

const NO_FIELDS: ReadonlySet<string> = new Set();

function mayMove(field: Field | undefined): boolean {
  if (!field) return false;
  return field.improve !== null && !field.judgement;
}

function partsByWhole(vocabulary: Vocabulary): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const { id, partOf } of vocabulary.fields.values()) {
    if (partOf === null) continue;
    const known = parts.get(partOf);
    if (known) known.push(id);
    else parts.set(partOf, [id]);
  }
  return parts;
}
