/** What the builders of one file share: its vocabulary, and a place to say what is wrong, by path, never thrown. */
import { ExpressionError } from "../language/grammar";
import { nearestId } from "../words/nearest-id";
import { parseConstant } from "../language/number-with-unit";
import { parseQuantity, parseTest } from "../language/resolve-expression";
import type { Dimension, Quantity, Test } from "../language/tree";
import { addProblem, type SeedFile, type SeedPath, type SeedProblem } from "./seed-file";
import type { Vocabulary } from "../language/vocabulary";
import type { Said, Text } from "../words/text";

export class SeedReport {
  constructor(
    private readonly seed: Pick<SeedFile<unknown>, "file" | "line">,
    readonly vocabulary: Vocabulary,
    readonly problems: SeedProblem[],
  ) {}

  add(path: SeedPath, reason: Said, fix: Said): void {
    addProblem({ file: this.seed.file, line: this.seed.line(path), reason, fix }, this.problems);
  }

  /** Null where the expression is wrong, which has then been said. */
  test(source: string, path: SeedPath): Test | null {
    return this.expression(path, () => parseTest(source, this.vocabulary));
  }

  quantity(source: string, path: SeedPath): { quantity: Quantity; dimension: Dimension } | null {
    return this.expression(path, () => parseQuantity(source, this.vocabulary));
  }

  /** A number with its unit. */
  constant(source: string, path: SeedPath): { value: number; dimension: Dimension } | null {
    return this.expression(path, () => parseConstant(source));
  }

  unknownField(id: string, path: SeedPath): void {
    const near = nearestId(id, [...this.vocabulary.fields.keys()]);
    this.add(
      path,
      { zh: `没有 ${id} 这个栏目`, en: `unknown field ${id}` },
      near === null
        ? { zh: "先加进 seeds/vocabulary", en: "Add it to seeds/vocabulary" }
        : { zh: `是不是 ${near}？`, en: `Did you mean ${near}?` },
    );
  }

  private expression<T>(path: SeedPath, parse: () => T): T | null {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const { reason, fix } = expressionProblem(error);
      this.add(path, reason, fix);
      return null;
    }
  }
}

/** A wrong expression as a problem of a seed file, with the place inside the expression. */
export function expressionProblem({ reason, at, fix }: ExpressionError): { reason: Text; fix: Text } {
  return {
    reason: {
      zh: `${reason.zh}（判断式第${at + 1}个字）`,
      en: `${reason.en} (column ${at + 1} of the expression)`,
    },
    fix: { zh: fix.zh, en: fix.en.charAt(0).toUpperCase() + fix.en.slice(1) },
  };
}
