/** A report on a file of rules, whose builders also ask whether a test can hold. */
import type { Test } from "../language/tree";
import type { Vocabulary } from "../language/vocabulary";
import type { Proofs } from "./proofs";
import type { SeedFile, SeedProblem } from "./seed-file";
import { SeedReport } from "./seed-report";

export class CriteriaReport extends SeedReport {
  constructor(
    seed: Pick<SeedFile<unknown>, "file" | "line">,
    vocabulary: Vocabulary,
    problems: SeedProblem[],
    private readonly proofs: Proofs,
  ) {
    super(seed, vocabulary, problems);
  }

  cannotHold(test: Test): boolean {
    return this.proofs.cannotHold(test, this.vocabulary);
  }
}
