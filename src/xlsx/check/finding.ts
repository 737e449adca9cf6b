/** What is wrong with a workbook, gathered part by part. */
import type { Text } from "../../words/text";
import type { Rule } from "./rules";

export interface Finding {
  /** Which check found it, for tests and for counting; people read the texts. */
  readonly rule: Rule;
  /** The part's name in the package, such as `xl/worksheets/sheet1.xml`; empty for the file as a whole. */
  readonly part: string;
  /** A cell, a name or an element in the part; empty for the part as a whole. */
  readonly place: string;
  readonly what: Text;
  readonly fix: Text;
}

/** Findings of one rule in one part that are kept; the rest are counted. */
const KEPT = 5;

/** Gathers findings; a mistake on every row of a long sheet is one of its first rows and a number. */
export class Findings {
  private readonly found = new Map<string, { readonly kept: Finding[]; more: number }>();

  add(finding: Finding): void {
    const key = `${finding.rule}\n${finding.part}`;
    const same = this.found.get(key);
    if (same === undefined) this.found.set(key, { kept: [finding], more: 0 });
    else if (same.kept.length < KEPT) same.kept.push(finding);
    else same.more += 1;
  }

  /** Where findings of one part go. */
  of(part: string): PartFindings {
    return new PartFindings(this, part);
  }

  /** In the order found, with a last line for those that were only counted. */
  list(): readonly Finding[] {
    return [...this.found.values()].flatMap(({ kept, more }) => {
      const [first] = kept;
      if (first === undefined || more === 0) return kept;
      const rest: Finding = {
        ...first,
        place: "",
        what: { zh: `同样的问题另有${more}处`, en: `the same in ${more} more places` },
      };
      return [...kept, rest];
    });
  }
}

export class PartFindings {
  constructor(
    private readonly findings: Findings,
    readonly part: string,
  ) {}

  /**
   * @param place a cell, a name or an element in the part
   * @param what one clause without a full stop
   * @param fix one clause that says what to do
   */
  add(rule: Rule, place: string, what: Text, fix: Text): void {
    this.findings.add({ rule, part: this.part, place, what, fix });
  }
}

/** A text in both languages, short to write where a rule has many. */
export const says = (zh: string, en: string): Text => ({ zh, en });
