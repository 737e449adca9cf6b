/**
 * Which rules the formulas of a workbook judge by: the release's, or those with a draft in them where the workbook says so. Whoever reads
 * the draft says what it came to; until then, and where it is faulty, formulas that judge give no answer rather than the edition's.
 */
import type { Policy } from "../policy/rule-set";
import type { Text } from "../words/text";
import type { BoundRelease, FunctionCode, FunctionFailure } from "./function-record";

export type RulesSaid =
  | { readonly kind: "released" }
  /** The release's rules with the draft in them. */
  | { readonly kind: "draft"; readonly policy: Policy }
  /** The draft in use can't be used; why. */
  | { readonly kind: "refused"; readonly message: Text };

const NOT_YET: Text = {
  zh: "这个工作簿按规则草案评，草案还在读。请稍等；窗格没有打开的话，请打开一次。",
  en: "This workbook is judged by a draft of rules, which is still being read. Please wait, or open the pane once.",
};

type Answering = BoundRelease | FunctionFailure;

export class RulesInUse {
  private waiting: (() => void)[] = [];

  /** @param said null where nobody knows yet */
  constructor(
    private readonly release: BoundRelease,
    private said: RulesSaid | null = { kind: "released" },
  ) {}

  /** @param said null where it is not known any more, as of another workbook */
  say(said: RulesSaid | null): void {
    this.said = said;
    if (said === null) return;
    const { waiting } = this;
    this.waiting = [];
    for (const answer of waiting) answer();
  }

  /** What a function answers from at this moment. */
  now(code: FunctionCode): Answering {
    return this.answering(code) ?? { code: "#N/A", message: NOT_YET };
  }

  /** What a function answers from, as soon as that is known. */
  when(code: FunctionCode): Answering | Promise<Answering> {
    return this.answering(code) ?? new Promise((resolve) => this.waiting.push(() => resolve(this.now(code))));
  }

  private answering({ judges }: FunctionCode): Answering | null {
    if (judges !== true) return this.release;
    switch (this.said?.kind) {
      case undefined:
        return null;
      case "released":
        return this.release;
      case "draft":
        return { ...this.release, policy: this.said.policy };
      case "refused":
        return { code: "#N/A", message: this.said.message };
    }
  }
}
