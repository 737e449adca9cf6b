/** Which cells a rule set reads. */
import { conditionsOf, type Requirements, type Scoring } from "../policy/rule-set";
import { slot, type Vocabulary } from "../language/vocabulary";
import { fieldsOfQuantity, fieldsOfTest } from "../language/tree";

interface Cell {
  readonly field: string;
  readonly back: number;
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
      return scoring.items.flatMap((item) => cellsOfScoring(item.scoring));
    case "mark":
      return [
        { field: scoring.field, back: 0 },
        ...(scoring.fallback === null ? [] : cellsOfScoring(scoring.fallback)),
      ];
  }
}

/** Every slot the requirements read, and the wholes of which read fields are a part. */
export function slotsOf(requirements: Requirements, vocabulary: Vocabulary): ReadonlySet<string> {
  const cells = [
    ...conditionsOf([...requirements.general, ...requirements.conditions, ...requirements.routes]).flatMap(({ test }) =>
      fieldsOfTest(test),
    ),
    ...(requirements.score?.groups ?? []).flatMap(({ items }) =>
      items.flatMap(({ scoring }) => cellsOfScoring(scoring)),
    ),
  ];
  const slots = new Set(cells.map(({ field, back }) => slot(field, back)));
  for (const { field } of cells) {
    const whole = vocabulary.fields.get(field)?.partOf;
    if (whole) slots.add(slot(whole));
  }
  return slots;
}
