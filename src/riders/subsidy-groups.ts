/** The riders of a list by scheme and place: how many, what they get, what is paid later, and what a budget starts from. */
import type { BaseArea } from "./bases";
import type { BudgetLine, JudgedLine } from "./budget";
import type { Month } from "./month";
import type { JudgedRider } from "./rider-sheet";
import type { Scheme } from "./schemes";

export interface SubsidyGroup {
  /** Null where the platform is blank or has no known scheme. */
  readonly scheme: Scheme | null;
  /** The place of insurance; null where it is blank or not covered. */
  readonly place: BaseArea | null;
  readonly month: Month | null;
  riders: number;
  due: number;
  notDue: number;
  open: number;
  /** Due, but the amount is not known. */
  dueWithoutAmount: number;
  /** Whole fen. */
  fen: number;
  backFen: number;
  /** Riders to whom something is paid later. */
  backRiders: number;
  /** Category that has a share of its own ("" for all others) -> its riders and how they were judged. */
  readonly categories: Map<string, CategoryRiders>;
}

interface CategoryRiders extends Mutable<JudgedLine> {
  riders: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function specialCategory(scheme: Scheme | null, category: string | null): string {
  const special = scheme?.amount?.shares.some(({ categories }) => category !== null && categories.includes(category));
  return special === true ? (category ?? "") : "";
}

export class SubsidyGroups {
  private readonly groups = new Map<string, SubsidyGroup>();

  add({ rider, outcome, backPayment }: JudgedRider): void {
    const group = this.groupOf(outcome.scheme, outcome.insuredPlace, rider.month);
    group.riders += 1;
    if (outcome.status === "met") group.due += 1;
    else if (outcome.status === "unmet") group.notDue += 1;
    else group.open += 1;
    if (outcome.status === "met" && outcome.amount === null) group.dueWithoutAmount += 1;
    group.fen += Math.round((outcome.amount ?? 0) * 100);
    const back = Math.round((backPayment ?? 0) * 100);
    group.backFen += back;
    if (back !== 0) group.backRiders += 1;
    const category = specialCategory(outcome.scheme, rider.category);
    const own = group.categories.get(category) ?? { riders: 0, due: 0, fen: 0, withoutAmount: 0, open: 0, openFen: 0 };
    group.categories.set(category, own);
    own.riders += 1;
    if (outcome.status === "unknown") {
      own.open += 1;
      own.openFen += Math.round((outcome.fullAmount ?? 0) * 100);
    } else if (outcome.status === "met" && outcome.amount === null) own.withoutAmount += 1;
    else if (outcome.status === "met") own.due += 1;
    own.fen += Math.round((outcome.amount ?? 0) * 100);
  }

  private groupOf(scheme: Scheme | null, place: BaseArea | null, month: Month | null): SubsidyGroup {
    const key = `${scheme?.id ?? ""}|${place?.id ?? ""}|${month ?? ""}`;
    const known = this.groups.get(key);
    if (known !== undefined) return known;
    const group: SubsidyGroup = {
      scheme,
      place,
      month,
      riders: 0,
      due: 0,
      notDue: 0,
      open: 0,
      dueWithoutAmount: 0,
      fen: 0,
      backFen: 0,
      backRiders: 0,
      categories: new Map(),
    };
    this.groups.set(key, group);
    return group;
  }

  /** The most riders first. */
  all(): readonly SubsidyGroup[] {
    return [...this.groups.values()].sort((a, b) => b.riders - a.riders);
  }

  /** The month of the list with the most riders, the later of two; null where no row has one. */
  mainMonth(): Month | null {
    const riders = new Map<Month, number>();
    for (const group of this.groups.values())
      if (group.month !== null) riders.set(group.month, (riders.get(group.month) ?? 0) + group.riders);
    const [first] = [...riders].sort(([a, x], [b, y]) => y - x || b - a);
    return first?.[0] ?? null;
  }

  /** The riders of the list as lines of a budget, each with how it was judged; those without a scheme, a known place or a month are counted. */
  budgetLines(): { readonly lines: readonly BudgetLine[]; readonly leftOut: number } {
    const lines: BudgetLine[] = [];
    let leftOut = 0;
    for (const { scheme, place, month, riders, categories } of this.all()) {
      if (scheme === null || place === null || month === null) leftOut += riders;
      else
        for (const [category, { riders: count, ...judged }] of categories)
          lines.push({ scheme, place, category, riders: count, month, judged });
    }
    return { lines, leftOut };
  }
}
