/** A sheet made in the worker, as its rows come in. */
import type { Cell } from "../../words/grid";
import type { PageRow } from "../../sheet/results/page-sheet";
import type { PartHead, PartRows, WrittenPart } from "./messages";

export interface IncomingPart {
  readonly take: (rows: PartRows) => void;
  readonly whole: () => WrittenPart;
}

export function partOf(head: PartHead): IncomingPart {
  if ("breaks" in head) {
    const rows: PageRow[] = [];
    return {
      take: (more) => {
        for (const row of more) if ("role" in row) rows.push(row);
      },
      whole: () => ({ ...head, rows }),
    };
  }
  const rows: (readonly Cell[])[] = [];
  return {
    take: (more) => {
      for (const row of more) if (!("role" in row)) rows.push(row);
    },
    whole: () => ({ ...head, rows }),
  };
}

/** The tables among the parts. */
export function tablesOf(parts: readonly WrittenPart[]): Exclude<WrittenPart, { breaks: unknown }>[] {
  return parts.flatMap((part) => ("breaks" in part ? [] : [part]));
}
