/** The budget as a person moves it: riders, the share that qualifies, the floor and the paid share, within limits that make sense. */
import type { Text } from "../words/text";
import { areaMeant } from "./base-areas";
import type { BaseArea, Bases } from "./bases";
import {
  budget,
  DOCUMENTED_SHARES,
  sensitivity,
  type BudgetLine,
  type BudgetRequest,
  type BudgetResult,
  type Sensitivity,
} from "./budget";
import type { Subsidies } from "./load-subsidies";
import type { Month } from "./month";
import type { Scheme } from "./schemes";
import type { SubsidyOptions } from "./rider";
import type { BatchSummary, CountedRiders } from "./subsidy-batch";

/** The limits of a slider, as shares (0.05 is five percent). */
export interface Slider {
  readonly least: number;
  readonly most: number;
}

export const SLIDERS = {
  eligibleShare: { least: 0, most: 1 },
  paidShare: { least: 0, most: 1 },
  floorChange: { least: -0.2, most: 0.2 },
} as const satisfies Readonly<Record<string, Slider>>;

export interface WhatIf {
  readonly lines: readonly BudgetLine[];
  readonly month: Month;
  /** Null keeps to who was found to qualify in the list. */
  readonly eligibleShare: number | null;
  /** Null pays what each scheme pays. */
  readonly paidShare: number | null;
  readonly floorChange: number;
  readonly levels: SubsidyOptions["levels"];
  /** See `BudgetRequest`. */
  readonly printedCosts: boolean;
}

/** Where a share that can be chosen with one press comes from. */
export interface ShareOffer {
  /** Null for the riders found to qualify in the list. */
  readonly share: number | null;
  readonly text: Text;
}

export interface WhatIfView {
  readonly request: WhatIf;
  readonly result: BudgetResult;
  readonly sensitivity: Sensitivity;
}

/** Ten thousand riders at one place, for a start without a list. */
export const START_RIDERS = 10_000;

/** A what-if without a list: one scheme at one place. Null where the schemes or the place are not known. */
export function startWhatIf(
  { schemes, bases }: Subsidies,
  schemeId: string,
  placeName: string,
  month: Month,
): WhatIf | null {
  const scheme = schemes.find(({ id }) => id === schemeId);
  const place = areaMeant(placeName, bases).area;
  if (scheme === undefined || place === null) return null;
  return {
    lines: [{ scheme, place, category: "", riders: START_RIDERS, month: null, judged: null }],
    month,
    eligibleShare: DOCUMENTED_SHARES[0].share,
    paidShare: null,
    floorChange: 0,
    levels: "settled",
    printedCosts: false,
  };
}

function linesOf(counted: readonly CountedRiders[], schemes: readonly Scheme[], { areas }: Bases): BudgetLine[] {
  return counted.flatMap(({ scheme: schemeId, place: placeId, ...line }): BudgetLine[] => {
    const scheme = schemes.find(({ id }) => id === schemeId);
    const place: BaseArea | undefined = areas.find(({ id }) => id === placeId);
    return scheme === undefined || place === undefined ? [] : [{ ...line, scheme, place }];
  });
}

/** A what-if from a batch that was judged; null where its rows have no month. */
export function whatIfOf(summary: BatchSummary, { schemes, bases }: Subsidies): WhatIf | null {
  if (summary.month === null) return null;
  return {
    lines: linesOf(summary.counted, schemes, bases),
    month: summary.month,
    eligibleShare: null,
    paidShare: null,
    floorChange: 0,
    levels: summary.levels,
    printedCosts: false,
  };
}

/** Shares to choose from: the list's own where there is one, and the two the documents print, each said to be what it is. */
export function shareOffers(summary: BatchSummary | null): readonly ShareOffer[] {
  const own =
    summary === null
      ? []
      : [
          {
            share: null,
            text: {
              zh: "名单里逐人判断的结果，和批量的合计一样",
              en: "As each rider of the list was judged: the same sum as the list's",
            },
          },
        ];
  return [...own, ...DOCUMENTED_SHARES];
}

/** Whether any scheme of the what-if has a printed average in place of an amount. */
export function offersPrinted({ lines }: WhatIf): boolean {
  return lines.some(({ scheme }) => scheme.printed !== null);
}

/** A number as typed or dragged, held within a slider's limits; null for what is no number. */
export function within({ least, most }: Slider, value: number): number | null {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : null;
}

/**
 * What the what-if comes to. Its places are looked up anew by their ids: the figures may have been filled in since it was begun.
 * RangeError for values outside the limits (see `within`).
 */
export function viewWhatIf(request: WhatIf, { bases }: Pick<Subsidies, "bases">): WhatIfView {
  const lines = request.lines.map((line) => ({
    ...line,
    place: bases.areas.find(({ id }) => id === line.place.id) ?? line.place,
  }));
  const asked: BudgetRequest = { ...request, lines };
  return { request, result: budget(asked, bases), sensitivity: sensitivity(asked, bases) };
}
