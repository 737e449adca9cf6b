/** A rule's yes/no question as a nullable BOOLEAN: Kleene's AND, OR and NOT over its comparisons. */
import { SIZE_FIELDS, type Test } from "../../language/tree";
import type { SizeIndustry } from "../../language/vocabulary";
import { factor, intervalVerdict } from "./amount";
import type { Comparisons } from "./comparisons";
import type { Layers } from "./layers";
import { and, atLeast, not, or } from "./logic";
import { columnOf } from "./slot-columns";

/** Whether the enterprises of some industries are large, and which industries they are. */
export interface LargeOf {
  readonly verdict: string;
  /** Their indexes in the vocabulary. */
  readonly industries: readonly number[];
  readonly measures: SizeIndustry["measures"];
}

export class Questions {
  constructor(
    readonly comparisons: Comparisons,
    private readonly layers: Layers,
  ) {}

  test(test: Test): string {
    switch (test.kind) {
      case "compare":
        return this.layers.question(this.comparisons.compare(test));
      case "not":
        return not(this.test(test.part));
      case "not-large":
        return this.notLarge();
      case "all":
        return and(test.parts.map((part) => this.test(part)));
      case "any":
        return or(test.parts.map((part) => this.test(part)));
      case "at-least":
        return atLeast(
          test.parts.map((part) => this.test(part)),
          test.count,
        );
    }
  }

  /** The size standard, industries with the same bounds together. */
  large(): readonly LargeOf[] {
    const { cells } = this.comparisons;
    const found = new Map<string, LargeOf & { readonly industries: number[] }>();
    cells.context.vocabulary.sizeIndustries.forEach(({ measures }, index) => {
      const verdict = and(measures.map(({ field, large }) => intervalVerdict(cells.ends(field), ">=", factor(large))));
      const known = found.get(verdict);
      if (known) known.industries.push(index);
      else
        found.set(verdict, {
          verdict: this.layers.define("sizes", `large${found.size + 1}`, verdict),
          industries: [index],
          measures,
        });
    });
    return [...found.values()];
  }

  private notLarge(): string {
    const all = this.large();
    const verdicts = all.map(({ verdict }) => verdict);
    const industry = columnOf(SIZE_FIELDS[0]);
    const own = all.map(
      ({ verdict, industries }) => `WHEN ${industry} IN (${industries.join(", ")}) THEN NOT ${verdict}`,
    );
    const any = `WHEN ${and(verdicts)} THEN FALSE WHEN NOT (${or(verdicts)}) THEN TRUE`;
    return this.layers.define("questions", "not_large", `CASE ${[...own, any].join(" ")} END`);
  }
}
