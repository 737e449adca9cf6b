/** Which cells a rule set reads. */
import { fieldsOfQuantity, fieldsOfTest } from "../language/tree";
import { boundingSlots } from "../language/relatives";
import { slot, type Vocabulary } from "../language/vocabulary";
import { conditionsOf, type Requirements, type ScoreItem, type Scoring } from "./rule-set";

/** A cell of an enterprise's row. */
export interface Cell {
  readonly field: string;
  readonly back: number;
}

/** Every cell an item reads. */
export function cellsOfItem({ scoring }: Pick<ScoreItem, "scoring">): Cell[] {
  return cellsOfScoring(scoring);
}

function cellsOfScoring(scoring: Scoring): Cell[] {
  switch (scoring.kind) {
    case "bands":
      return fieldsOfQuantity(scoring.value);
    case "first-of":
      return scoring.cases.flatMap(({ when }) => fieldsOfTest(when));
    case "better-of":
      return scoring.options.flatMap(cellsOfScoring);
    case "parts":
      return scoring.items.flatMap(cellsOfItem);
    case "mark":
      return [
        { field: scoring.field, back: 0 },
        ...(scoring.fallback === null ? [] : cellsOfScoring(scoring.fallback)),
      ];
  }
}

/** Every slot the requirements read. */
export function slotsRead(requirements: Requirements): ReadonlySet<string> {
  return new Set(cellsRead(requirements).map(({ field, back }) => slot(field, back)));
}

/** Every slot that can have a say: those the requirements read, and those of the parts and wholes that bound their blanks. */
export function slotsOf(requirements: Requirements, vocabulary: Vocabulary): ReadonlySet<string> {
  return withBounds(cellsRead(requirements), vocabulary);
}

/** The slots of cells, and of the parts and wholes that bound their blanks. */
export function withBounds(cells: readonly Cell[], vocabulary: Vocabulary): ReadonlySet<string> {
  const slots = new Set(cells.map(({ field, back }) => slot(field, back)));
  for (const { field, back } of cells) {
    const { wholes, parts } = boundingSlots(field, back, vocabulary);
    for (const one of [...wholes, ...parts]) slots.add(one);
  }
  return slots;
}

function cellsRead({ general, conditions, routes, score }: Requirements): readonly Cell[] {
  return [
    ...conditionsOf([...general, ...conditions, ...routes]).flatMap(({ test }) => fieldsOfTest(test)),
    ...(score?.groups ?? []).flatMap(({ items }) => items.flatMap(cellsOfItem)),
  ];
}
