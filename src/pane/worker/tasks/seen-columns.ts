/** What each column of the sheets about clusters was taken for, and which of them nothing uses. */
import { SHEET_KINDS, type ClusterBook, type SheetKind } from "../../../clusters/cluster-book";
import type { Vocabulary } from "../../../language/vocabulary";
import { slotText } from "../../../engine/rows/explain";
import { unitText } from "../../../words/figures";
import type { Text } from "../../../words/text";

export interface SeenColumn {
  readonly kind: SheetKind;
  /** The sheet's column and its heading as it stands there. */
  readonly address: string;
  readonly heading: string;
  /** With its year; null for a column that nothing uses. */
  readonly field: Text | null;
  readonly unit: Text;
  /** A reader should look: it is not certain. */
  readonly likely: boolean;
  /** Why nothing uses it, where there is more to say than that it is unknown. */
  readonly note: Text | null;
}

/** Targets are those of documents: a column of one's own is not set against anything, which is said. */
const OWN_TARGET = /目标(?!编号|id|年)|^target(?! id)/i;
const NOT_OURS: Text = {
  zh: "目标按选的文件来，表里自己的目标没有用",
  en: "targets are those of the documents chosen; the sheet's own are not used",
};

/** Sheet by sheet, those nothing uses first. */
export function seenColumns({ readings }: ClusterBook, vocabulary: Vocabulary): readonly SeenColumn[] {
  return SHEET_KINDS.flatMap((kind) => {
    const reading = readings[kind];
    if (reading === undefined) return [];
    const columns = reading.columns.map(({ address, heading, field, back, unit, use, confidence }): SeenColumn => {
      const read = use === "read" && field !== null;
      return {
        kind,
        address,
        heading,
        field: read ? slotText(back === 0 ? field : `${field}[t-${back}]`, vocabulary, reading.t) : null,
        unit: unitText(unit),
        likely: read && confidence !== "sure",
        note: !read && kind === "indicator" && OWN_TARGET.test(heading) ? NOT_OURS : null,
      };
    });
    const order = ({ field, likely }: SeenColumn): number => (field === null ? 0 : likely ? 1 : 2);
    return columns.sort((one, other) => order(one) - order(other));
  });
}
