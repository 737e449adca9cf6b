/**
 * Riders that stand twice in a list for one month. The same rider, month and scheme would be paid twice, and namesakes are no reason to
 * guess: the later row waits for an answer. With another scheme both are worked out, and it is said that the other row exists.
 */
import type { Text } from "../words/text";
import type { Month } from "./month";
import type { Rider, SubsidyOutcome } from "./rider";
import type { Scheme } from "./schemes";
import { sheetRowText, type SheetRow } from "../sheet/reading/sheet-row";

interface Seen {
  readonly row: SheetRow;
  readonly scheme: Scheme | null;
}

export interface Repeated {
  readonly outcome: SubsidyOutcome;
  /** What is asked about the row; null for a rider seen for the first time in the month. */
  readonly asked: Text | null;
}

export class RepeatedRiders {
  private readonly seen = new Map<string, Seen[]>();

  /** @param id the rider as the list names one; "" cannot be told from anybody */
  look(id: string, row: SheetRow, { month }: Rider, outcome: SubsidyOutcome): Repeated {
    if (id === "" || month === null) return { outcome, asked: null };
    const { scheme } = outcome;
    const before = this.remember(id, month, { row, scheme });
    const same = before.find((one) => one.scheme === scheme);
    if (same !== undefined) {
      const asked = twiceText(id, same.row);
      return { outcome: waiting(outcome, asked), asked };
    }
    const [other] = before;
    return { outcome, asked: other === undefined ? null : elsewhereText(id, other.row) };
  }

  /** Those of the rider and month that came before. */
  private remember(id: string, month: Month, one: Seen): readonly Seen[] {
    const key = `${month}|${id}`;
    const known = this.seen.get(key) ?? [];
    this.seen.set(key, [...known, one]);
    return known;
  }
}

function waiting(outcome: SubsidyOutcome, asked: Text): SubsidyOutcome {
  return {
    ...outcome,
    status: "unknown",
    amount: null,
    nextMonth: null,
    reasons: [asked, ...outcome.reasons],
    missing: outcome.missing.includes("rider") ? outcome.missing : ["rider", ...outcome.missing],
  };
}

/** The row as it is said within a sentence. */
function rowText(row: SheetRow): Text {
  const { zh, en } = sheetRowText(row);
  return { zh: zh.replaceAll(" ", ""), en: en.replace(/^Row/, "row") };
}

function twiceText(id: string, named: SheetRow): Text {
  const row = rowText(named);
  return {
    zh: `“${id}”这个月在${row.zh}已经有了，平台也一样，这一行先不算：是同一人请只留一行，不是请在骑手编号上区分`,
    en: `"${id}" stands in ${row.en} for this month and platform already, so this row is not counted: keep one row if it is one rider, else tell them apart by the rider's number`,
  };
}

function elsewhereText(id: string, named: SheetRow): Text {
  const row = rowText(named);
  return {
    zh: `“${id}”这个月在${row.zh}也有，平台不同，两行都算了；请看看是不是同一人、能不能两边都领`,
    en: `"${id}" stands in ${row.en} for this month too, with another platform; both rows are worked out. Check whether it is one rider, and whether both can be drawn`,
  };
}

/** A question about the list, so it stands above what the list comes to. */
export function repeatedText(rows: number): Text {
  return {
    zh: `有${rows}行的骑手同一个月在前面已经有一行，请先核对（见“理由”列）；平台也相同的没有算进合计`,
    en: `${rows} rows name a rider who stands in an earlier row for the same month; check them first (see "Why"). Those of the same platform are not in the sums`,
  };
}
