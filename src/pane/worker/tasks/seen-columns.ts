/** What each column of the sheets about clusters was taken for, and which of them nothing uses. */
import { SHEET_KINDS, type ClusterBook, type SheetKind } from "../../../clusters/cluster-book";
import type { Text } from "../../../words/text";
import { readingView, type ColumnView, type ReadingView } from "./reading-view";

export interface SeenColumn extends ColumnView {
  /** Why nothing uses it, where there is more to say than that it is unknown. */
  readonly note: Text | null;
}

/** The sheet of a kind, or several that were read as one list. */
export interface SeenList extends Pick<ReadingView, "sheets" | "t" | "doubts"> {
  readonly kind: SheetKind;
  /** Those nothing uses first, then those a reader should look at. */
  readonly columns: readonly SeenColumn[];
}

/** Targets are those of documents: a column of one's own is not set against anything, which is said. */
const OWN_TARGET = /目标(?!编号|id|年)|^target(?! id)/i;
const NOT_OURS: Text = {
  zh: "目标按选的文件来，表里自己的目标没有用",
  en: "targets are those of the documents chosen; the sheet's own are not used",
};

function order({ use, confidence }: SeenColumn): number {
  if (use !== "read") return 0;
  return confidence === "sure" ? 2 : 1;
}

/** List by list. */
export function seenColumns({ readings }: ClusterBook): readonly SeenList[] {
  return SHEET_KINDS.flatMap((kind) => {
    const reading = readings[kind];
    if (reading === undefined) return [];
    // No tier waits for an answer here.
    const { sheets, t, doubts, columns } = readingView(reading, () => []);
    const seen = columns.map((column): SeenColumn => {
      const own = column.use !== "read" && kind === "indicator" && OWN_TARGET.test(column.heading);
      return { ...column, note: own ? NOT_OURS : null };
    });
    return { kind, sheets, t, doubts, columns: seen.sort((one, other) => order(one) - order(other)) };
  });
}
