/** Somebody's table as the table of the contract: a view that reads each recognised column into its slot, and what breaks the contract. */
import { slot, type Vocabulary } from "../../language/vocabulary";
import { placesOf, provinceOf, type PlaceCode } from "../../language/places";
import { digitsOf, columnOf, fieldOf, inOrder, NEVER, typeOf } from "../../engine/sql/slot-columns";
import { fence, quoted, quotedName, textType, type Dialect } from "../../engine/sql/dialect";
import { columnsOfTotals } from "../../sheet/reading/data-rows";
import { isWhole } from "../../sheet/reading/cell-reader";
import type { Mapping } from "../../sheet/reading/map-columns";
import type { Text } from "../../words/text";
import { rowChecks } from "./row-checks";
import { plainCode, provinceOfCode } from "./credit-code-sql";
import { CellSql, industryParts, type SourceColumn, type SourceType } from "./cell-sql";

/** A column of the table as it is called and typed there. */
export interface TableColumn {
  readonly name: string;
  readonly type: SourceType;
}

export interface ViewOptions {
  readonly dialect: Dialect;
  readonly vocabulary: Vocabulary;
  /** Slots that the rules read. */
  readonly wanted: ReadonlySet<string>;
  /** Blank award ranks stand for none. */
  readonly blanksMeanNone: boolean;
  /** The place of enterprises that tell none. */
  readonly place: PlaceCode | null;
}

/** Something counted before anything is judged; a count above 0 stops. */
export interface Check {
  readonly sql: string;
  readonly about: Text;
  /** The column it is about, for examples; null for the table. */
  readonly example: string | null;
}

/** The first two signs of the column that tells the place, and the two digits of the province in a credit code. */
const PROVINCE = "zjtx_province";
const CODE = "zjtx_credit";
const PLAIN_CODE = "zjtx_plain_code";

interface SlotColumn {
  readonly slot: string;
  readonly heading: string;
  readonly source: SourceColumn;
  readonly unit: number;
}

export class TableView {
  readonly slots: ReadonlySet<string>;
  private readonly cells: CellSql;
  private readonly columns: readonly SlotColumn[];
  private readonly texts: ReadonlyMap<string, SourceColumn>;
  private readonly firstTexts: readonly string[];
  /** Trimmed texts by their names, and what is cut out of them. */
  private readonly words = new Map<string, string>();
  private readonly pieces = new Map<string, string>();

  constructor(
    mappings: readonly Mapping[],
    private readonly table: readonly TableColumn[],
    private readonly options: ViewOptions,
  ) {
    const { vocabulary, dialect } = options;
    this.cells = new CellSql(vocabulary, dialect);
    const read = mappings.filter(({ use, field }) => use === "read" && field !== null);
    const texts = new Map<string, SourceColumn>();
    const columns = new Map<string, SlotColumn>();
    for (const mapping of read) {
      const source = this.sourceOf(mapping.column);
      const field = vocabulary.fields.get(mapping.field ?? "");
      if (source === null || field === undefined) continue;
      if (["text", "code", "place"].includes(field.type)) texts.set(field.id, source);
      else {
        const key = slot(field.id, mapping.back);
        columns.set(key, { slot: key, heading: mapping.heading, source, unit: mapping.factor });
      }
    }
    this.texts = texts;
    this.firstTexts = table.slice(0, columnsOfTotals).flatMap((_, column) => {
      const source = this.sourceOf(column);
      return source?.type === "text" ? [source.sql] : [];
    });
    const industry = columns.get("industry")?.source;
    if (industry?.type === "text")
      for (const { name, sql } of industryParts(industry.sql, vocabulary)) this.pieces.set(name, sql);
    const place = this.placeColumn();
    if (place !== undefined) this.pieces.set(PROVINCE, `SUBSTR(${place.sql}, 1, 2)`);
    const code = texts.get("credit_code");
    if (code !== undefined) {
      this.words.set(PLAIN_CODE, plainCode(this.words.get(code.sql) ?? code.sql));
      this.pieces.set(CODE, provinceOfCode(PLAIN_CODE));
    }
    this.columns = inOrder(new Set(columns.keys()), vocabulary).flatMap((key) => columns.get(key) ?? []);
    this.slots = new Set([...columns.keys(), ...(this.place() === null ? [] : ["place"])]);
  }

  /** A column of the table, a text by the name of its trimmed words. */
  private sourceOf(column: number): SourceColumn | null {
    const found = this.table[column];
    if (found === undefined) return null;
    const own = quotedName(found.name, this.options.dialect);
    if (found.type !== "text") return { sql: own, type: found.type };
    const word = `zjtx_w${column}`;
    this.words.set(word, this.cells.trimmed(own));
    return { sql: word, type: found.type };
  }

  /** `CREATE VIEW`, with every slot the rules read; those without a column are NULL. */
  text(name: string, source: string): string {
    const kind = this.options.dialect === "spark" ? "TEMPORARY VIEW" : "VIEW";
    return `CREATE OR REPLACE ${kind} ${name} AS\n${this.select(source)}`;
  }

  /** @param extra further columns, before the slots */
  select(source: string, extra: readonly string[] = []): string {
    const { vocabulary, wanted } = this.options;
    const own = new Map(this.columns.map((column) => [column.slot, column]));
    const lines = [...extra, ...this.identity()];
    for (const key of inOrder(new Set([...wanted, "place"]), vocabulary)) {
      const field = fieldOf(key, vocabulary);
      const column = own.get(key);
      const place = key === "place" ? this.place() : null;
      const value =
        place ??
        (column === undefined
          ? `CAST(NULL AS ${typeOf(field.type)})`
          : this.cells.value(column.source, field, column.unit));
      const none = column !== undefined && field.blankMeansNone && this.options.blanksMeanNone;
      lines.push(`${none ? `COALESCE(${value}, 0)` : value} AS ${columnOf(key)}`);
    }
    return `SELECT\n  ${lines.join(",\n  ")}\nFROM ${this.read(source)}${fence(this.options.dialect)}`;
  }

  /** The table with the texts of its cells trimmed and cut, each once a row. */
  read(source: string): string {
    const added = (parts: ReadonlyMap<string, string>, from: string, name: string): string =>
      parts.size === 0
        ? from
        : `(SELECT *, ${[...parts].map(([word, sql]) => `${sql} AS ${word}`).join(", ")} FROM ${from}${fence(this.options.dialect)}) AS ${name}`;
    return added(this.pieces, added(this.words, source, "trimmed"), "cut");
  }

  private placeColumn(): SourceColumn | undefined {
    return this.texts.get("place") ?? this.texts.get("province") ?? this.texts.get("address");
  }

  private identity(): readonly string[] {
    return (["name", "credit_code"] as const).map((field) => {
      const source = this.texts.get(field);
      return `${source === undefined ? `CAST(NULL AS ${textType(this.options.dialect)})` : source.sql} AS enterprise_${field}`;
    });
  }

  /** The province: its own column or that of provinces, else the six digits in the credit code, else the place given. Two that differ are none. */
  private place(): string | null {
    const { provinces } = placesOf(this.options.vocabulary);
    const codes = provinces.map(({ code }) => Math.floor(code / 10_000));
    // No two provinces begin with the same two signs: 山东, 山西, 内蒙.
    const words = provinces.map(({ code, name }) => `WHEN ${quoted(name.zh.slice(0, 2))} THEN ${code}`);
    const digits = codes.map((head) => `WHEN '${head}' THEN ${head}0000`);
    const told = this.pieces.has(PROVINCE) ? [`CASE ${PROVINCE} ${[...words, ...digits].join(" ")} END`] : [];
    const byCode = this.pieces.has(CODE) ? [`CASE ${CODE} ${digits.join(" ")} END`] : [];
    const chosen = this.options.place === null ? [] : [String(provinceOf(this.options.place))];
    const all = [...told, ...byCode, ...chosen];
    if (all.length === 0) return null;
    const first = all.length === 1 ? (all[0] ?? "") : `COALESCE(${all.join(", ")})`;
    return told.length + byCode.length < 2
      ? first
      : `CASE WHEN (${told.join("")}) <> (${byCode.join("")}) THEN NULL ELSE ${first} END`;
  }

  /** What has to be 0 before a verdict means anything. */
  checks(): readonly Check[] {
    return [
      ...this.columns.flatMap((column) => this.checksOf(column)),
      ...rowChecks(
        {
          name: this.texts.get("name")?.sql ?? null,
          creditCode: this.texts.get("credit_code")?.sql ?? null,
          first: this.firstTexts,
        },
        this.options.vocabulary.words.subtotal,
      ),
    ];
  }

  private checksOf({ slot: key, heading, source, unit }: SlotColumn): readonly Check[] {
    const field = fieldOf(key, this.options.vocabulary);
    const raw = this.cells.raw(source, field, unit);
    const example = source.sql;
    const found: Check[] = [
      {
        sql: `NOT ${this.cells.isBlank(source)} AND (${raw}) IS NULL`,
        about: { zh: `“${heading}”里读不出的内容`, en: `cells of "${heading}" that can't be read` },
        example,
      },
    ];
    if (field.type === "date" || field.type === "validity")
      found.push({
        sql: `(${raw}) < DATE '1901-01-01'${field.type === "validity" ? ` AND (${raw}) <> DATE '${NEVER}'` : ""}`,
        about: { zh: `“${heading}”里1900年以前的日期`, en: `days of "${heading}" before 1901` },
        example,
      });
    const digits = digitsOf(field.type);
    if (digits === null || ["choice", "industry"].includes(field.type)) return found;
    const ends = [
      ...(Number.isFinite(field.min) ? [`(${raw}) < ${field.min}`] : []),
      Number.isFinite(field.max) ? `(${raw}) > ${field.max}` : `ABS(${raw}) >= 1${"0".repeat(digits.whole)}`,
    ];
    found.push({
      sql: ends.join(" OR "),
      about: { zh: `“${heading}”里超出范围的数`, en: `numbers of "${heading}" out of range` },
      example,
    });
    const finer = isWhole(field) ? 0 : digits.scale;
    if (field.type !== "share")
      found.push({
        sql: `ABS((${raw}) - ROUND(${raw}, ${finer})) > 0.000000001`,
        about: isWhole(field)
          ? { zh: `“${heading}”里不是整数的数`, en: `numbers of "${heading}" that are not whole` }
          : {
              zh: `“${heading}”里比分还细的数（先四舍五入到分）`,
              en: `numbers of "${heading}" finer than a fen (round them first)`,
            },
        example,
      });
    return found;
  }
}
