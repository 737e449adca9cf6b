/** What of a sheet goes to the worker before its cells. */
import type { SheetShape } from "../../excel/host";
import type { CellRange } from "../../words/grid";

export interface SheetFrame {
  readonly sheet: string;
  readonly merges: CellRange[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
}

export function frameOf({ info, merges, hiddenRows, hiddenColumns }: SheetShape): SheetFrame {
  return { sheet: info.name, merges: [...merges], hiddenRows: [...hiddenRows], hiddenColumns: [...hiddenColumns] };
}
