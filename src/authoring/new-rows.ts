/** Rows that were put into a draft: which list of the file each belongs to, and what it says there. */
import type { SeedPath } from "../policy/seed-file";
import { cellText, type Cell } from "../words/grid";
import { plainText } from "../words/plain-text";
import { BAND_KEYS, type DraftColumn, type RowKind } from "./draft-row";
import { HEADINGS, KINDS, PART } from "./draft-words";
import { SIGNS } from "./rule-words";
import type { DraftReading, DraftTrouble, NewRow } from "./read-draft";
import { readEntry, numberOf } from "./read-entry";
import type { Writable, YamlText } from "./yaml-text";

type Item = Record<string, Writable>;

/** A new scored item, whose bands and cases follow in rows of their own. */
interface OpenItem {
  readonly item: Item;
  readonly bands: Item[];
  readonly first_of: Item[];
}

/** A new item of a list of the file, behind the item `after` (-1: before the first). */
export interface NewNode {
  readonly list: SeedPath;
  readonly after: number;
  readonly item: Item;
}

export interface NewNodes {
  readonly nodes: readonly NewNode[];
  readonly troubles: readonly DraftTrouble[];
}

export function newNodes(reading: DraftReading, file: YamlText): NewNodes {
  return new NewRows(reading, file).nodes();
}

/** A new group of conditions, whose parts follow in rows of their own. */
interface OpenParts {
  readonly row: NewRow;
  readonly list: Item[];
}

const isPart = (word: string): boolean => word === PART.zh || word === PART.en;

class NewRows {
  private readonly found: { list: SeedPath; after: number; item: Item }[] = [];
  private readonly troubles: DraftTrouble[] = [];
  /** The new scored item that bands below it belong to. */
  private open: OpenItem | null = null;
  /** The items of the new group that new items below it belong to. */
  private group: Item[] | null = null;
  /** The new group of conditions that parts below it belong to. */
  private parts: OpenParts | null = null;

  constructor(
    private readonly reading: DraftReading,
    private readonly file: YamlText,
  ) {}

  nodes(): NewNodes {
    let before: NewRow | null = null;
    for (const row of this.reading.added) {
      // Rows of the edition in between close a new item.
      if (before?.after !== row.after) {
        this.open = null;
        this.group = null;
        this.closeParts();
      }
      this.read(row);
      before = row;
    }
    this.closeParts();
    return { nodes: this.found, troubles: this.troubles };
  }

  private read(row: NewRow): void {
    const word = this.text(row, "kind");
    if (this.parts !== null && isPart(word)) {
      this.parts.list.push(this.condition(row, "condition"));
      return;
    }
    this.closeParts();
    const kind = Object.entries(KINDS).find(([id, { zh, en }]) => [id, zh, en].includes(word))?.[0];
    switch (kind) {
      case "any":
      case "all":
      case "at-least":
        return this.conditionGroup(row, kind);
      case "condition":
      case "prerequisite":
      case "judgement":
        return this.place(row, this.conditionList(row), this.condition(row, kind));
      case "route":
        return this.place(row, this.listOf(row, "route", ["routes"]), this.condition(row, "condition"));
      case "definition":
        return this.place(row, this.listOf(row, "definition", ["definitions"]), {
          term: this.required(row, "value"),
          ...this.words(row),
          ...this.cited(row),
        });
      case "group":
        return this.scoreGroup(row);
      case "item":
        return this.item(row);
      case "band":
        return this.part(row, "bands", this.band(row));
      case "case":
        return this.part(row, "first_of", {
          when: this.required(row, "expression"),
          points: this.points(row),
        });
      case "otherwise": {
        if (this.open === null) break;
        this.open.item.otherwise = this.points(row);
        return;
      }
      default:
    }
    this.say(
      row,
      "kind",
      word === ""
        ? "新插的行没有写类别。请写“条件”“档”等。"
        : `这里不能插“${word}”。能插的有：条件、先决条件、人工判断、任一、全部、至少几项、直通条件、分项、评分项、档、情形、定义；“其中”只跟在新的任一、全部、至少几项后面，“其余”只跟在新的评分项后面。`,
      word === ""
        ? "An inserted row has no kind. Write one, such as Condition or Band."
        : `“${word}” can't be inserted here. What can: Condition, Prerequisite, Judgement, Any of, All of, At least n of, Direct route, Score group, Scored item, Band, Case, Definition; Part only below a new Any of, All of or At least n of, Otherwise only below a new item.`,
    );
  }

  private place(row: NewRow, at: { readonly list: SeedPath; readonly after: number } | null, item: Item): void {
    if (at === null) {
      this.say(
        row,
        "kind",
        "看不出这一行接在哪里。请插在同类的行下面。",
        "It can't be told what this row belongs to. Insert it below a row of its kind.",
      );
      return;
    }
    this.found.push({ ...at, item });
  }

  /** The list of the condition above; the first of a group where the group's own row is above. */
  private conditionList({ after }: NewRow): { readonly list: SeedPath; readonly after: number } | null {
    if (after === null || after.kind === "file") return { list: ["conditions"], after: -1 };
    if (after.path[0] !== "conditions") return null;
    if (after.kind === "any" || after.kind === "all") return { list: [...after.path, after.kind], after: -1 };
    if (after.kind === "at-least") return { list: [...after.path, "at_least", "of"], after: -1 };
    return listAround(after.path, after.path.length);
  }

  /** A group of conditions; its parts are in the rows below it. */
  private conditionGroup(row: NewRow, kind: "any" | "all" | "at-least"): void {
    const list: Item[] = [];
    const held = kind === "at-least" ? { at_least: { n: this.number(row, "value"), of: list } } : { [kind]: list };
    const place = this.conditionList(row);
    this.place(row, place, { id: this.newId(row), ...this.words(row), ...held });
    this.parts = { row, list };
  }

  private closeParts(): void {
    if (this.parts !== null && this.parts.list.length === 0)
      this.say(
        this.parts.row,
        "kind",
        "这一组里还没有条件。请在下面插行，类别写“其中”。",
        "This group has no conditions yet. Insert rows below it and write Part as their kind.",
      );
    this.parts = null;
  }

  private listOf(
    { after }: NewRow,
    kind: RowKind,
    list: SeedPath,
  ): { readonly list: SeedPath; readonly after: number } | null {
    if (after !== null && after.path[0] === list[0]) return listAround(after.path, after.path.length);
    return kind === "route" && after !== null && after.path[0] !== "conditions"
      ? null
      : { list, after: this.lastOf(list) };
  }

  private lastOf(list: SeedPath): number {
    let last = -1;
    while (this.file.has([...list, last + 1])) last += 1;
    return last;
  }

  private item(row: NewRow): void {
    const path = row.after?.path ?? [];
    const items = path.indexOf("items");
    const group = row.after?.kind === "group" ? { list: [...path, "items"], after: -1 } : null;
    const around = items < 0 ? null : listAround(path, items + 2);
    const item: Item = {
      id: this.newId(row),
      ...this.words(row),
      ...this.cited(row),
      aspect: this.required(row, "aspect"),
      max: this.points(row),
      ...this.optional(row, "expression", "value"),
    };
    this.open = { item, bands: [], first_of: [] };
    if (this.group === null) this.place(row, group ?? around, item);
    else this.group.push(item);
  }

  /** A group of a score, behind the one above it; its items are the new ones below it. */
  private scoreGroup(row: NewRow): void {
    const path = row.after?.path ?? [];
    const items: Item[] = [];
    const relation = this.text(row, "relation");
    const floor =
      this.cell(row, "value") === null
        ? {}
        : { [relation === SIGNS[">"] ? "floor_above" : "floor"]: this.number(row, "value") };
    const item: Item = {
      id: this.newId(row).replace(/^group:/, ""),
      ...this.words(row),
      max: this.points(row),
      ...floor,
      items,
    };
    this.open = null;
    this.group = items;
    const behind =
      row.after?.kind === "score" ? { list: ["score", "groups"], after: this.lastOf(["score", "groups"]) } : null;
    this.place(row, behind ?? (path[1] === "groups" ? listAround(path, 3) : null), item);
  }

  private number(row: NewRow, column: DraftColumn): number {
    const number = numberOf(this.cell(row, column), { percent: false, unit: this.text(row, "unit") });
    if (number === null) this.say(row, column, "这一格不是能用的数。", "This cell is no number to use.");
    return Number(number ?? 0);
  }

  /** A band or case: of the new item above it, or of the edition's item whose row or part stands above. */
  private part(row: NewRow, key: "bands" | "first_of", item: Item): void {
    if (this.open !== null) {
      this.open[key].push(item);
      this.open.item[key] = this.open[key];
      return;
    }
    const path = row.after?.path ?? [];
    const at = path.indexOf(key);
    if (at >= 0) return this.place(row, listAround(path, at + 2), item);
    const owner =
      row.after?.kind === "item" || row.after?.kind === "option" ? { list: [...path, key], after: -1 } : null;
    this.place(row, owner, item);
  }

  private condition(row: NewRow, kind: "condition" | "prerequisite" | "judgement"): Item {
    const purpose = this.cell(row, "purpose") === null ? null : this.word(row, "purpose", "both");
    return {
      id: this.newId(row),
      ...this.words(row),
      ...this.cited(row),
      aspect: this.required(row, "aspect"),
      ...(kind === "condition" ? {} : { kind }),
      ...(purpose === null ? {} : { purpose }),
      ...this.note(row),
      test: this.required(row, "expression"),
    };
  }

  private note(row: NewRow): Item {
    const [zh, en] = [this.text(row, "noteZh"), this.text(row, "noteEn")];
    return zh === "" && en === "" ? {} : { note: { zh, en } };
  }

  private band(row: NewRow): Item {
    const sign = plainText(this.text(row, "relation"));
    const relation = Object.entries(SIGNS).find(([id, shown]) => id === sign || plainText(shown) === sign)?.[0];
    const key = BAND_KEYS.find(([id]) => id === relation)?.[1] ?? null;
    if (key === null)
      this.say(row, "relation", "这一档没有写比较。请选 ≥ ≤ ＞ ＜。", "This band has no comparison. Choose ≥ ≤ ＞ ＜.");
    const unit = this.text(row, "unit").replace(/^([万亿])元$/, "$1");
    const number = numberOf(this.cell(row, "value"), { percent: false, unit: this.text(row, "unit") });
    if (number === null)
      this.say(row, "value", "这一档没有写值，或者不是数。", "This band has no value, or it is no number.");
    const amount =
      unit === "%" || unit === "万" || unit === "亿" || unit === "元" ? `${number ?? 0}${unit}` : Number(number ?? 0);
    return { [key ?? "at_least"]: amount, points: this.points(row) };
  }

  private words(row: NewRow): Item {
    return { zh: this.required(row, "zh"), en: this.required(row, "en") };
  }

  private cited(row: NewRow): Item {
    return { clause: this.required(row, "clause"), evidence: this.required(row, "evidence") };
  }

  /** A word of a column's list by its id, or any text. */
  private required(row: NewRow, column: DraftColumn): string {
    if (this.cell(row, column) === null) {
      const { zh, en } = HEADINGS[column];
      this.say(row, column, `新插的行没有写“${zh}”。`, `An inserted row has no “${en}”.`);
      return "";
    }
    if (column === "evidence" || column === "aspect") return this.word(row, column, null) ?? "";
    return this.text(row, column);
  }

  /** The id of a word of a list; null where it is what a missing key means, or no such word. */
  private word(row: NewRow, column: "evidence" | "aspect" | "purpose", absent: string | null): string | null {
    const source = { as: "word", path: [], list: column, absent } as const;
    const read = readEntry(this.cell(row, column), source, { percent: false, unit: "" });
    if ("trouble" in read) this.troubles.push({ cell: this.at(row, column), text: read.trouble });
    return "entry" in read && read.entry.as === "value" ? String(read.entry.value) : null;
  }

  private points(row: NewRow): number | readonly [number, number] {
    const read = readEntry(this.cell(row, "points"), { as: "points", path: [] }, { percent: false, unit: "分" });
    if ("trouble" in read) this.troubles.push({ cell: this.at(row, "points"), text: read.trouble });
    else if (read.entry.as === "points") return read.entry.value;
    return 0;
  }

  private optional(row: NewRow, column: DraftColumn, key: string): Item {
    const text = this.text(row, column);
    return text === "" ? {} : { [key]: text };
  }

  private newId(row: NewRow): string {
    const id = this.text(row, "id");
    if (/^(group:)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return id;
    this.say(
      row,
      "id",
      id === ""
        ? "新插的这一行要有编号：小写英文，用 - 连接，定下来不再改。"
        : `编号“${id}”不合要求：用小写英文和数字，以 - 连接。`,
      id === ""
        ? "This new row needs an id: lower-case words joined by -, never changed later."
        : `“${id}” is no id: use lower-case words and digits joined by -.`,
    );
    return id;
  }

  private cell(row: NewRow, column: DraftColumn): Cell {
    return row.cells.get(column) ?? null;
  }

  private text(row: NewRow, column: DraftColumn): string {
    return cellText(this.cell(row, column));
  }

  private at(row: NewRow, column: DraftColumn): string {
    return row.addressOf(column);
  }

  private say(row: NewRow, column: DraftColumn, zh: string, en: string): void {
    this.troubles.push({ cell: this.at(row, column), text: { zh, en } });
  }
}

/** The list that the first `length` steps of a path lead into, and the place in it. */
function listAround(path: SeedPath, length: number): { readonly list: SeedPath; readonly after: number } | null {
  for (let at = length - 1; at >= 0; at -= 1) {
    const step = path[at];
    if (typeof step === "number") return { list: path.slice(0, at), after: step };
  }
  return null;
}
