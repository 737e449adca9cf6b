/** Which rows of a list are of one enterprise: by credit code, else by securities code, else by name. */
import { plainCreditCode } from "../credit-code";
import { cellText, isBlank, type Grid } from "../../../words/grid";
import type { ColumnHeading } from "../heading-rows";
import { foldKey, plainHeading, plainText } from "../../../words/plain-text";
import { columnOf, type ListOutline } from "./list-outline";
import { mergedDown } from "./pieced-grid";

const securityHeading =
  /^(?:(?:证券|股票|个股|上市公司|公司|企业|单位|机构)(?:代码|编码|编号|id)|代码|tscode|stkcd|symbol|secu(?:rity)?code|stockcode|ticker|wind代码|code)$/;

/** The columns that tell enterprises apart. */
export interface IdentityColumns {
  readonly code: number | undefined;
  readonly security: number | undefined;
  readonly name: number | undefined;
}

function isSecurityHeading({ levels, match }: ColumnHeading): boolean {
  if (match.field?.id === "security_code") return true;
  const key = foldKey(plainHeading(levels.at(-1) ?? "").replace(/\([^()]*\)/g, ""));
  return match.field === null && securityHeading.test(key);
}

/** A column that is blank in every row identifies nobody, nor does a number that tells rows of one name apart. */
export function identityColumns(outline: ListOutline, nameField: string): IdentityColumns {
  const { grid, rows, headings } = outline;
  const filled = (column: number | undefined): number | undefined =>
    column !== undefined && rows.some((row) => !isBlank(grid.rows[row]?.[column])) ? column : undefined;
  const distinct = (column: number): number => new Set(rows.map((row) => cellText(grid.rows[row]?.[column]))).size;
  const name = filled(columnOf(outline, nameField));
  const security = filled(headings.columns.find(isSecurityHeading)?.column);
  return {
    code: filled(columnOf(outline, "credit_code")),
    security:
      security !== undefined && name !== undefined && distinct(security) > distinct(name) ? undefined : security,
    name,
  };
}

/** A code that identifies: whole, neither masked nor cut off by Excel. "" for any other text. */
export function codeKey(text: string): string {
  const code = plainCreditCode(text);
  return /^[0-9A-Z]{15,18}$/.test(code) ? code : "";
}

/** A name in one spelling: full-width and half-width, blanks and brackets aside. */
export function nameKey(text: string): string {
  return foldKey(plainText(text));
}

/** `600001`, `600001.SH` and `SH600001` are one. */
export function securityKey(text: string): string {
  const key = foldKey(text).toUpperCase();
  const digits = /^(?:SH|SZ|BJ|HK)?(\d{4,6})(?:SH|SZ|BJ|HK|SS|OC)?$/.exec(key)?.[1];
  return digits?.padStart(6, "0") ?? key;
}

export function identified({ code, security, name }: IdentityColumns): boolean {
  return code !== undefined || security !== undefined || name !== undefined;
}

export interface FirmRows {
  /** How many enterprises, and which of them each row is of, in the order of their first rows. */
  readonly count: number;
  readonly firmOf: Int32Array;
  /** 0-based rows that name nobody and were taken as the one above. */
  readonly filled: readonly number[];
  /** Names that stand for several credit codes. */
  readonly namesakes: readonly string[];
}

/** What a row says of who it is about, each "" where it says nothing. */
export interface Keys {
  readonly code: string;
  readonly security: string;
  readonly name: string;
}

export function keysOf(grid: Grid, { code, security, name }: IdentityColumns): (row: number) => Keys {
  const top = mergedDown(grid);
  const text = (row: number, column: number | undefined): string =>
    column === undefined ? "" : cellText(grid.rows[top(row, column)]?.[column]);
  return (row) => ({
    code: codeKey(text(row, code)),
    security: securityKey(text(row, security)),
    name: nameKey(text(row, name)),
  });
}

/** Firms as they are found: the strongest key a row has decides, weaker ones lead to it where they are the only sign. */
class Firms {
  count = 0;
  private readonly byCode = new Map<string, number>();
  private readonly bySecurity = new Map<string, number>();
  /** -1 for a name that several firms have. */
  private readonly byName = new Map<string, number>();
  private readonly codeOf = new Map<number, string>();
  readonly namesakes = new Set<string>();

  of({ code, security, name }: Keys): number {
    const named = name === "" ? undefined : this.byName.get(name);
    const firm = this.known(code, security, named) ?? this.count++;
    if (code !== "") {
      this.byCode.set(code, firm);
      this.codeOf.set(firm, code);
    }
    if (security !== "" && !this.bySecurity.has(security)) this.bySecurity.set(security, firm);
    if (name !== "" && named === undefined) this.byName.set(name, firm);
    else if (named !== undefined && named >= 0 && named !== firm) this.namesakes.add(name);
    return firm;
  }

  private known(code: string, security: string, named: number | undefined): number | undefined {
    if (code !== "") {
      const same = this.byCode.get(code);
      if (same !== undefined) return same;
      // A name seen without a code so far may get one now; one that has another code is another firm.
      return named !== undefined && !this.codeOf.has(named) ? named : undefined;
    }
    if (security !== "") return this.bySecurity.get(security);
    return named;
  }
}

/**
 * Who each of the 0-based `rows` is about; null where rows name nobody and nothing above them does.
 * @param fromAbove a row that names nobody is of the one above; else it is one of its own
 */
export function firmsOf(
  grid: Grid,
  rows: readonly number[],
  columns: IdentityColumns,
  fromAbove = true,
): FirmRows | null {
  const keys = keysOf(grid, columns);
  const firms = new Firms();
  const firmOf = new Int32Array(rows.length);
  const filled: number[] = [];
  for (const [at, row] of rows.entries()) {
    const own = keys(row);
    if (own.code !== "" || own.security !== "" || own.name !== "") {
      firmOf[at] = firms.of(own);
      continue;
    }
    if (!fromAbove) {
      firmOf[at] = firms.count++;
      continue;
    }
    const above = firmOf[at - 1];
    if (above === undefined) return null;
    firmOf[at] = above;
    filled.push(row);
  }
  return { count: firms.count, firmOf, filled, namesakes: [...firms.namesakes] };
}
