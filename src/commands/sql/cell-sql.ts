/**
 * A cell of somebody's table as a value of its slot, in SQL: numbers out of text, words of yes and no, choices, industries and days. What
 * can't be read comes out as NULL, and `isBlank` tells it from what was never filled in; a preflight counts the difference and stops.
 */
import type { Field, Vocabulary } from "../../language/vocabulary";
import { decimal } from "../../engine/rational";
import { factor } from "../../engine/sql/amount";
import { quoted, textType, type Dialect } from "../../engine/sql/dialect";
import { NEVER, typeOf, YES_FOR_EVER } from "../../engine/sql/slot-columns";
import { IndustryCodes } from "../../sheet/reading/industry-codes";

/** What a column of a table holds, by its own type; anything else is read as text. */
export type SourceType = "number" | "day" | "truth" | "text";

export interface SourceColumn {
  /** Its name, quoted for the dialect; of a text the name of its trimmed words, worked out once a row. */
  readonly sql: string;
  readonly type: SourceType;
}

const SIGNS = ["", "-", "--", "—", "——", "/", "*", "**", "."];
const ALWAYS_YES = ["true", "t", "1", "1.0"];
const ALWAYS_NO = ["false", "f", "0", "0.0"];
const IN_FORCE = ["有效", "有效期内", "在有效期内", "长期", "长期有效", "永久", "永久有效"];

export class CellSql {
  private readonly codes: IndustryCodes;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly dialect: Dialect,
  ) {
    this.codes = new IndustryCodes(vocabulary);
  }

  /** Whether a cell says nothing. */
  isBlank({ sql, type }: SourceColumn): string {
    if (type !== "text") return `${sql} IS NULL`;
    return `(${sql} IS NULL OR ${inList(this.word(sql), [...SIGNS, ...this.vocabulary.words.blank])})`;
  }

  /** The value before it is brought to the type of its slot: digits beyond a fen are still there. */
  raw(column: SourceColumn, field: Field, unit: number): string {
    switch (field.type) {
      case "flag":
        return this.flag(column);
      case "choice":
        return this.choice(column, field);
      case "industry":
        return this.industry(column);
      case "date":
        return this.day(column);
      case "validity":
        return this.validity(column);
      default:
        return this.number(column, field, unit);
    }
  }

  /** The value as its slot holds it. */
  value(column: SourceColumn, field: Field, unit: number): string {
    return `CAST(${this.raw(column, field, unit)} AS ${typeOf(field.type)})`;
  }

  /** What a text is compared by. */
  trimmed(sql: string): string {
    return `TRIM(CAST(${sql} AS ${textType(this.dialect)}))`;
  }

  private word(sql: string): string {
    return `LOWER(${sql})`;
  }

  private tried(text: string, type: string, pattern: string): string {
    if (this.dialect === "postgres") return `CASE WHEN ${text} ~ '${pattern}' THEN CAST(${text} AS ${type}) END`;
    return `TRY_CAST(${text} AS ${type})`;
  }

  private number({ sql, type }: SourceColumn, field: Field, unit: number): string {
    // A share has up to 15 decimals, an amount of 元 two: both are exact until they are brought to their slot.
    const scale = field.type === "share" ? (unit === 1 ? 15 : 13) : 10;
    const exact = `DECIMAL(${field.type === "share" ? 24 : 27},${scale})`;
    const times = unit === 1 ? "" : ` * ${factor(decimal(unit)).sql}`;
    // A number in the slot's own unit is exact as it stands, and the wide decimals would take most of a run's time.
    if (type === "number") return unit === 1 ? sql : `CAST(${sql} AS ${exact})${times}`;
    const plain = `REPLACE(REPLACE(${sql}, ',', ''), '，', '')`;
    const number = this.tried(plain, exact, "^[-+]?[0-9]+([.][0-9]+)?$");
    if (field.type !== "share") return `${number}${times}`;
    const percent = this.tried(`REPLACE(${plain}, '%', '')`, "DECIMAL(22,13)", "^[-+]?[0-9]+([.][0-9]+)?$");
    return `CASE WHEN RIGHT(${plain}, 1) = '%' THEN ${percent} * 0.01 ELSE ${number}${times} END`;
  }

  private flag({ sql, type }: SourceColumn): string {
    if (type === "truth") return sql;
    if (type === "number") return `CASE ${sql} WHEN 1 THEN TRUE WHEN 0 THEN FALSE END`;
    const { yes, no } = this.vocabulary.words;
    const word = this.word(sql);
    return `CASE WHEN ${inList(word, [...yes, ...ALWAYS_YES])} THEN TRUE WHEN ${inList(word, [...no, ...ALWAYS_NO])} THEN FALSE END`;
  }

  private choice({ sql }: SourceColumn, { choices }: Field): string {
    const cases = choices.map(
      ({ name, synonyms }, at) => `WHEN ${inList(this.word(sql), [name.zh, name.en, ...synonyms])} THEN ${at}`,
    );
    return `CASE ${cases.join(" ")} END`;
  }

  /**
   * A code of GB/T 4754 by its first digits, or the name of a division or section that decides.
   * Reads the columns of `industryParts`.
   */
  private industry({ sql }: SourceColumn): string {
    const { sizeIndustries, industryNames } = this.vocabulary;
    const cases: string[] = [];
    // The longest prefix decides, so the longest are asked first.
    for (const { length, name } of industryParts("", this.vocabulary).reverse())
      for (const [index] of sizeIndustries.entries()) {
        const own = prefixes(this.vocabulary).filter((one) => one.index === index && one.code.length === length);
        if (own.length > 0)
          cases.push(
            `WHEN ${inList(
              name,
              own.map(({ code }) => code),
            )} THEN ${index}`,
          );
      }
    const named = new Map<number, string[]>();
    for (const { zh } of industryNames) {
      const index = this.codes.read(zh);
      if (typeof index === "number") named.set(index, [...(named.get(index) ?? []), zh]);
    }
    for (const [index, words] of named) cases.push(`WHEN ${inList(sql, words)} THEN ${index}`);
    return `CASE ${cases.join(" ")} END`;
  }

  private day({ sql, type }: SourceColumn): string {
    if (type === "day") return `CAST(${sql} AS DATE)`;
    const plain = `REPLACE(REPLACE(${sql}, '/', '-'), '.', '-')`;
    return this.tried(plain, "DATE", "^[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}$");
  }

  private validity(column: SourceColumn): string {
    if (column.type === "day") return `CAST(${column.sql} AS DATE)`;
    const held = column.type === "truth" ? column.sql : this.flag({ ...column, type: "text" });
    const inForce =
      column.type === "truth" ? "" : ` WHEN ${inList(this.word(column.sql), IN_FORCE)} THEN DATE '${YES_FOR_EVER}'`;
    const day = column.type === "truth" ? "" : ` ELSE ${this.day({ ...column, type: "text" })}`;
    return `CASE WHEN ${held} THEN DATE '${YES_FOR_EVER}' WHEN NOT ${held} THEN DATE '${NEVER}'${inForce}${day} END`;
  }
}

/** Codes of the size standard with the industry each decides; a section by its divisions. */
function prefixes({
  sizeIndustries,
  industryNames,
}: Vocabulary): readonly { readonly code: string; readonly index: number }[] {
  const divisions = industryNames.filter(({ code }) => /^\d/.test(code));
  return sizeIndustries.flatMap(({ codes }, index) =>
    codes.flatMap((code) =>
      /^\d/.test(code)
        ? [{ code, index }]
        : divisions.filter(({ section }) => section === code).map((division) => ({ code: division.code, index })),
    ),
  );
}

/** The first digits of an industry's code, as columns that are worked out once a row; the shortest first. */
export function industryParts(
  sql: string,
  vocabulary: Vocabulary,
): { readonly length: number; readonly name: string; readonly sql: string }[] {
  const digits = `CASE WHEN SUBSTR(${sql}, 1, 1) BETWEEN 'A' AND 'Z' THEN SUBSTR(${sql}, 2) ELSE ${sql} END`;
  const lengths = [...new Set(prefixes(vocabulary).map(({ code }) => code.length))].sort((a, b) => a - b);
  return lengths.map((length) => ({ length, name: `zjtx_code${length}`, sql: `SUBSTR(${digits}, 1, ${length})` }));
}

function inList(sql: string, words: readonly string[]): string {
  // Spark takes a backslash for the beginning of a sign; nobody fills a cell with one alone.
  const plain = words.filter((word) => !word.includes("\\")).map((word) => word.toLowerCase());
  return `${sql} IN (${[...new Set(plain)].map(quoted).join(", ")})`;
}
