/** A workbook's sheets with names, codes and persons' numbers replaced; everything else stays as it is read. */
import { cellText, type Cell, type Grid } from "../sheet/reading/grid";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { ResultSheet } from "../sheet/results/result-sheet";
import { Masker, type MaskKind } from "./mask";

/** Columns that name persons or ways to reach them, whatever the vocabulary says of them. */
const PERSONAL: readonly { readonly heading: RegExp; readonly kind: MaskKind }[] = [
  { heading: /骑手|rider/i, kind: "rider" },
  {
    heading: /联系人|法人|法定代表人|负责人|姓名|经办人|填报人|contact|legal representative|person in charge/i,
    kind: "person",
  },
  { heading: /电话|手机|联系方式|phone|mobile|tel\b/i, kind: "phone" },
  { heading: /身份证|证件号|邮箱|电子邮件|微信|银行账号|开户|e-?mail|passport|bank account/i, kind: "person" },
  { heading: /地址|住所|address/i, kind: "person" },
];

/** A column whose cells are masked one by one. */
export interface MaskedColumn {
  /** 0-based. */
  readonly column: number;
  /** The first masked row, 0-based. */
  readonly from: number;
  readonly kind: MaskKind;
}

/** The columns of a list that name enterprises or persons: by the fields they were read as, else by what stands above them. */
export function personalColumns(
  grid: Grid,
  reading: Pick<SheetReading, "columns" | "headingRows">,
): readonly MaskedColumn[] {
  const [first, last] = reading.headingRows;
  const fields = new Map(reading.columns.map(({ column, field, use }) => [column, use === "read" ? field : null]));
  const headings = grid.rows.slice(first - 1, last);
  const width = Math.max(0, ...grid.rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const heading = headings.map((row) => cellText(row[column])).join(" ");
    const kind = kindOf(fields.get(column) ?? null, heading);
    return kind === null ? [] : [{ column, from: last, kind }];
  });
}

function kindOf(field: string | null, heading: string): MaskKind | null {
  if (field === "name" || field === "platform") return "enterprise";
  if (field === "credit_code") return "code";
  if (field === "rider") return "rider";
  if (field !== null) return null;
  return PERSONAL.find((one) => one.heading.test(heading))?.kind ?? null;
}

/** Masks the cells of some columns. Call it for every sheet before `maskTexts`, so that names are known everywhere. */
export function maskColumns(grid: Grid, columns: readonly MaskedColumn[], masker: Masker): Grid {
  const rows = grid.rows.map((row, at) =>
    row.map((cell, column): Cell => {
      const masked = columns.find((one) => one.column === column && at >= one.from);
      if (!masked || cell === null || typeof cell === "object" || typeof cell === "boolean") return cell;
      return masker.mask(String(cell), masked.kind);
    }),
  );
  return { ...grid, rows };
}

/** Replaces what has been masked wherever else it stands in a sheet: titles, remarks, other columns. */
export function maskTexts(grid: Grid, masker: Masker): Grid {
  return {
    ...grid,
    sheet: masker.text(grid.sheet),
    rows: grid.rows.map((row) => row.map((cell) => maskCell(cell, masker))),
  };
}

function maskCell(cell: Cell, masker: Masker): Cell {
  if (typeof cell === "string") return masker.text(cell);
  // A phone or an identity number typed as a number.
  if (typeof cell === "number" && Number.isInteger(cell) && cell >= 1.3e10 && cell < 2e10)
    return masker.text(String(cell));
  return cell;
}

export function maskResult(sheet: ResultSheet, masker: Masker): ResultSheet {
  return {
    ...sheet,
    ...(sheet.titleLines ? { titleLines: sheet.titleLines.map((line) => masker.text(line)) } : {}),
    ...(sheet.notes ? { notes: sheet.notes.map((line) => masker.text(line)) } : {}),
    rows: sheet.rows.map((row) => row.map((cell) => maskCell(cell, masker))),
  };
}
