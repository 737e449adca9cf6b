/** The rows of a draft from the file of an edition, in the order of the text: the document, conditions, routes, score, definitions. */
import type { Vocabulary } from "../language/vocabulary";
import {
  ruleSetSchema,
  type RawCondition,
  type RawItem,
  type RawNode,
  type RawRuleSet,
} from "../policy/rule-set-schema";
import type { SeedPath } from "../policy/seed-file";
import {
  BAND_KEYS,
  DRAFT_COLUMNS,
  type CellSource,
  type DraftCell,
  type DraftColumn,
  type DraftRow,
  type RowKind,
} from "./draft-row";
import { amountOf, linesOfTest, type TestLine } from "./test-lines";
import type { YamlText } from "./yaml-text";

type Cells = Partial<Record<DraftColumn, DraftCell>>;
type Blank = Extract<CellSource, { as: "text" }>["blank"];
type RawScoring = NonNullable<RawItem["better_of"]>[number];

/** @throws ZodError for a file that is no edition; an edition of the release never is one. */
export function draftRows(file: YamlText, vocabulary: Vocabulary): readonly DraftRow[] {
  const raw = ruleSetSchema.parse(file.data);
  return new RowWriter(vocabulary).rows(raw);
}

class RowWriter {
  private readonly written: DraftRow[] = [];

  constructor(private readonly vocabulary: Vocabulary) {}

  rows(raw: RawRuleSet): readonly DraftRow[] {
    this.head(raw);
    raw.conditions.forEach((node, index) => this.node(node, ["conditions", index]));
    raw.routes.forEach((route, index) => this.condition(route, ["routes", index], "route"));
    if (raw.score) this.score(raw.score);
    raw.definitions.forEach(({ term, zh, en, clause, evidence }, index) => {
      const path: SeedPath = ["definitions", index];
      this.row(`definition#${index + 1}`, "definition", path, {
        value: text(term, [...path, "term"]),
        zh: text(zh, [...path, "zh"]),
        en: text(en, [...path, "en"]),
        ...cited({ clause, evidence }, path),
      });
    });
    return this.written;
  }

  private row(id: string, kind: RowKind, path: SeedPath, cells: Cells): void {
    const own: Cells = { order: locked(this.written.length + 1), id: locked(id), kind: locked(kind), ...cells };
    const placed = new Map<DraftColumn, DraftCell>();
    for (const column of DRAFT_COLUMNS) {
      const cell = own[column];
      if (cell !== undefined) placed.set(column, cell);
    }
    this.written.push({ id, kind, path, cells: placed });
  }

  /** What is said of the edition as a whole. */
  private head(raw: RawRuleSet): void {
    const one = (id: string, path: SeedPath, value: string | number | null, source: CellSource | null): void =>
      this.row(id, "file", path, { value: { shown: value === "" ? null : value, source } });
    const words = (id: string, path: SeedPath, value: string, blank: Blank = "refuse"): void =>
      one(id, path, value, { as: "text", path, blank });
    // The tier and the edition are the file's name: what is published gets its edition then.
    one("tier", ["tier"], raw.tier, null);
    one("edition", ["edition"], raw.edition, null);
    this.row("name", "file", ["name"], {
      zh: text(raw.name.zh, ["name", "zh"]),
      en: text(raw.name.en, ["name", "en"]),
    });
    words("published", ["published"], raw.published);
    words("last-checked", ["last_checked"], raw.last_checked);
    words("document-title", ["document", "title"], raw.document.title);
    words("document-number", ["document", "number"], raw.document.number, "empty");
    words("document-issuer", ["document", "issuer"], raw.document.issuer);
    words("document-part", ["document", "part"], raw.document.part, "remove");
    one("validity-years", ["validity_years"], raw.validity_years, {
      as: "number",
      path: ["validity_years"],
      nullable: true,
    });
    this.row("status", "file", ["status"], {
      value: { shown: raw.status, source: { as: "word", path: ["status"], list: "status", absent: null } },
    });
    if (raw.notes)
      this.row("notes", "file", ["notes"], {
        zh: text(raw.notes.zh, ["notes", "zh"]),
        en: text(raw.notes.en, ["notes", "en"]),
      });
    raw.not_covered.forEach(({ zh, en }, index) => {
      const path: SeedPath = ["not_covered", index];
      this.row(`not-covered#${index + 1}`, "file", path, {
        zh: text(zh, [...path, "zh"]),
        en: text(en, [...path, "en"]),
      });
    });
    one("general", ["general"], raw.general, null);
  }

  private node(node: RawNode, path: SeedPath): void {
    if ("test" in node) {
      this.condition(node, path, node.kind === "substance" ? "condition" : node.kind);
      return;
    }
    const words = { zh: text(node.zh, [...path, "zh"]), en: text(node.en, [...path, "en"]) };
    const inside = (parts: readonly RawNode[], ...keys: string[]): void =>
      parts.forEach((part, index) => this.node(part, [...path, ...keys, index]));
    if ("any" in node) {
      this.row(node.id, "any", path, words);
      inside(node.any, "any");
    } else if ("all" in node) {
      this.row(node.id, "all", path, words);
      inside(node.all, "all");
    } else {
      const { n, of } = node.at_least;
      const at: SeedPath = [...path, "at_least", "n"];
      this.row(node.id, "at-least", path, {
        ...words,
        relation: locked(">="),
        value: { shown: n, source: { as: "number", path: at, nullable: false } },
      });
      inside(of, "at_least", "of");
    }
  }

  private condition(raw: RawCondition, path: SeedPath, kind: RowKind): void {
    const lines = linesOfTest(raw.test);
    const at: SeedPath = [...path, "test"];
    this.row(raw.id, kind, path, {
      zh: text(raw.zh, [...path, "zh"]),
      en: text(raw.en, [...path, "en"]),
      ...cited(raw, path),
      aspect: word(raw.aspect, [...path, "aspect"], "aspect", null),
      purpose: word(raw.purpose, [...path, "purpose"], "purpose", "both"),
      ...note(raw.note, path),
      expression: text(raw.test, at),
      ...(lines.length === 1 ? this.line(lines[0], at, 0) : {}),
    });
    if (lines.length > 1) this.lines(raw.id, lines, at);
    if (raw.review_test === undefined) return;
    const review: SeedPath = [...path, "review_test"];
    const again = linesOfTest(raw.review_test);
    this.row(`${raw.id}@review`, "review", review, {
      expression: text(raw.review_test, review, "remove"),
      ...(again.length === 1 ? this.line(again[0], review, 0) : {}),
    });
    if (again.length > 1) this.lines(`${raw.id}@review`, again, review);
  }

  /** A row for each line of a test that draws several. */
  private lines(id: string, lines: readonly TestLine[], path: SeedPath): void {
    lines.forEach((line, index) => {
      const cells = this.line(line, path, index);
      this.row(`${id}@${index + 1}`, "line", path, { ...cells, expression: locked(line.measured) });
    });
  }

  private line(line: TestLine | undefined, path: SeedPath, index: number): Cells {
    if (line === undefined) return {};
    return {
      // A rank counts from the first: its sign is no choice.
      relation:
        line.relation === null
          ? locked("<=")
          : { shown: line.relation.sign, source: { as: "line", path, index, part: "relation" } },
      value: { shown: Number(line.number), source: { as: "line", path, index, part: "number" } },
      unit: locked(this.unitOf(line.unit, line.field)),
    };
  }

  /** A bare number is in the unit of its field. */
  private unitOf(unit: string, field: string | null): string | null {
    if (unit !== "") return unit === "%" || unit === "元" ? unit : `${unit}元`;
    const known = field === null ? undefined : this.vocabulary.fields.get(field);
    return known?.unit ?? null;
  }

  private score(raw: NonNullable<RawRuleSet["score"]>): void {
    const path: SeedPath = ["score"];
    this.row(raw.id, "score", path, {
      zh: text(raw.zh, [...path, "zh"]),
      en: text(raw.en, [...path, "en"]),
      ...cited(raw, path),
      ...limit(raw.pass, raw.pass_above, path, ["pass", "pass_above"]),
    });
    raw.groups.forEach((group, index) => {
      const at: SeedPath = [...path, "groups", index];
      this.row(`group:${group.id}`, "group", at, {
        zh: text(group.zh, [...at, "zh"]),
        en: text(group.en, [...at, "en"]),
        points: number(group.max, [...at, "max"]),
        ...limit(group.floor, group.floor_above, at, ["floor", "floor_above"]),
      });
      if (group.cap !== undefined)
        this.row(`group:${group.id}#cap`, "line", [...at, "cap"], {
          relation: locked("<="),
          value: number(group.cap, [...at, "cap"]),
        });
      group.items.forEach((item, place) => this.item(item, [...at, "items", place]));
    });
  }

  private item(raw: RawItem, path: SeedPath): void {
    this.row(raw.id, "item", path, {
      zh: text(raw.zh, [...path, "zh"]),
      en: text(raw.en, [...path, "en"]),
      points: number(raw.max, [...path, "max"]),
      ...cited(raw, path),
      aspect: word(raw.aspect, [...path, "aspect"], "aspect", null),
      ...note(raw.note, path),
      ...(raw.value === undefined ? {} : { expression: text(raw.value, [...path, "value"]) }),
    });
    this.scoring(raw.id, raw, path);
    raw.better_of?.forEach((option, index) => {
      const at: SeedPath = [...path, "better_of", index];
      const id = `${raw.id}.${index + 1}`;
      this.row(id, "option", at, {
        ...(option.value === undefined ? {} : { expression: text(option.value, [...at, "value"]) }),
      });
      this.scoring(id, option, at);
    });
  }

  private scoring(id: string, raw: RawScoring, path: SeedPath): void {
    raw.bands?.forEach((band, index) => {
      const at: SeedPath = [...path, "bands", index];
      for (const [relation, key] of BAND_KEYS) {
        const cut = band[key];
        if (cut === undefined) continue;
        const amount = amountOf(String(cut));
        this.row(`${id}#${index + 1}`, "band", at, {
          relation: { shown: relation, source: { as: "key", path: [...at, key], keys: Object.fromEntries(BAND_KEYS) } },
          value: {
            shown: amount === null ? String(cut) : Number(amount.number),
            source: { as: "amount", path: [...at, key], unit: amount?.unit ?? "" },
          },
          unit: locked(amount === null ? null : this.unitOf(amount.unit, raw.value ?? null)),
          points: points(band.points, [...at, "points"]),
        });
      }
    });
    raw.first_of?.forEach(({ when, points: range }, index) => {
      const at: SeedPath = [...path, "first_of", index];
      const test: SeedPath = [...at, "when"];
      const lines = linesOfTest(when);
      this.row(`${id}#${index + 1}`, "case", at, {
        expression: text(when, test),
        ...(lines.length === 1 ? this.line(lines[0], test, 0) : {}),
        points: points(range, [...at, "points"]),
      });
      if (lines.length > 1) this.lines(`${id}#${index + 1}`, lines, test);
    });
    if (raw.otherwise !== undefined)
      this.row(`${id}#otherwise`, "otherwise", [...path, "otherwise"], {
        points: points(raw.otherwise, [...path, "otherwise"]),
      });
  }
}

function locked(shown: string | number | null): DraftCell {
  return { shown, source: null };
}

function text(shown: string, path: SeedPath, blank: Blank = "refuse"): DraftCell {
  return { shown: shown === "" ? null : shown, source: { as: "text", path, blank } };
}

function number(shown: number, path: SeedPath): DraftCell {
  return { shown, source: { as: "number", path, nullable: false } };
}

function points(shown: number | readonly [number, number], path: SeedPath): DraftCell {
  return { shown: typeof shown === "number" ? shown : `${shown[0]}–${shown[1]}`, source: { as: "points", path } };
}

function word(
  shown: string,
  path: SeedPath,
  list: Extract<CellSource, { as: "word" }>["list"],
  absent: string | null,
): DraftCell {
  return { shown, source: { as: "word", path, list, absent } };
}

function cited({ clause, evidence }: { readonly clause: string; readonly evidence: string }, path: SeedPath): Cells {
  return {
    clause: text(clause, [...path, "clause"]),
    evidence: word(evidence, [...path, "evidence"], "evidence", null),
  };
}

function note(both: { readonly zh: string; readonly en: string } | undefined, path: SeedPath): Cells {
  return {
    noteZh: text(both?.zh ?? "", [...path, "note", "zh"], "remove"),
    noteEn: text(both?.en ?? "", [...path, "note", "en"], "remove"),
  };
}

/** A line in points that is reached (`pass`) or must be exceeded (`pass_above`); no cells where there is none. */
function limit(
  reached: number | undefined,
  exceeded: number | undefined,
  path: SeedPath,
  [reach, exceed]: readonly [string, string],
): Cells {
  const value = reached ?? exceeded;
  if (value === undefined) return {};
  const at: SeedPath = [...path, reached === undefined ? exceed : reach];
  return {
    relation: {
      shown: reached === undefined ? ">" : ">=",
      source: { as: "key", path: at, keys: { ">=": reach, ">": exceed } },
    },
    value: number(value, at),
  };
}
