/** Which cells a rule set reads. */
import { fieldsOfQuantity, fieldsOfTest } from "../language/tree";
import { slot, type Vocabulary } from "../language/vocabulary";
import { conditionsOf, type Requirements, type ScoreItem, type Scoring } from "./rule-set";

interface Cell {
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

/** Every slot the requirements read, and the wholes of which read fields are a part. */
export function slotsOf(requirements: Requirements, vocabulary: Vocabulary): ReadonlySet<string> {
  const { general, conditions, routes, score } = requirements;
  const cells = [
    ...conditionsOf([...general, ...conditions, ...routes]).flatMap(({ test }) => fieldsOfTest(test)),
    ...(score?.groups ?? []).flatMap(({ items }) => items.flatMap(cellsOfItem)),
  ];
  const slots = new Set(cells.map(({ field, back }) => slot(field, back)));
  for (const { field } of cells) {
    const whole = vocabulary.fields.get(field)?.partOf;
    if (whole) slots.add(slot(whole));
  }
  return slots;
}
