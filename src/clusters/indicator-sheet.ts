/** A sheet of indicators with their actuals against a set of targets: what may be compared, and how far each has come. */
import { lastDay } from "../policy/editions";
import type { Text } from "../words/text";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { figureDay } from "./figure-day";
import { inUnit } from "./indicator-units";
import { indicatorNamed, kindOf, levelOf, scopeOf } from "./find-target";
import { publishedElsewhere } from "./published-elsewhere";
import { comparable, joined, progress, type Measured, type Progress } from "./progress";
import {
  actualsOf,
  figureName,
  indicatorOf,
  KIND_TEXTS,
  LEVEL_TEXTS,
  scopeName,
  targetsOf,
  type Actual,
  type FigureKind,
  type Indicator,
  type Level,
  type Target,
  type Targets,
} from "./targets";

export interface IndicatorRow {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly name: string;
  /** One for each target of the set that it was held against; several where it fits none and each refuses it. */
  readonly progress: readonly Progress[];
  /** Why nothing could be compared; null where `progress` has something. */
  readonly trouble: Text | null;
  /** What was taken for granted in this row. */
  readonly assumptions: readonly Text[];
  /** The published figure it is, where it is one. */
  readonly published: Actual | null;
}

export interface IndicatorOptions {
  /** The day of judgement, ISO. */
  readonly asOf: string;
  /** Ids of the documents whose targets are used. */
  readonly documents: readonly string[];
}

function yearIn(text: string): number | null {
  const year = Number(/(?:19|20)\d\d/.exec(text)?.[0] ?? NaN);
  return Number.isNaN(year) ? null : year;
}

/** What all figures of an indicator have in common, where they have: its kind, or its level. */
function common<T>(indicator: string, targets: Targets, of: (one: Target | Actual) => T): T | null {
  const found = new Set(
    [...targetsOf(targets), ...actualsOf(targets)].filter((one) => one.indicator === indicator).map(of),
  );
  const [only, ...more] = found;
  return more.length === 0 ? (only ?? null) : null;
}

/** A scope that names no place: which province it is of, nobody can tell. */
const NAMELESS = /^[全本](?:省|市|区|县|自治区)$/;

/** What a row says of its figure itself. Nothing is put in here that stands only with a published figure of the same number. */
interface Said {
  /** As written, "" where it is not; the id of a scope where it is one of the release. */
  readonly scope: string;
  readonly level: Level | null;
  readonly kind: FigureKind | null;
  /** The first year of additions. */
  readonly from: number | null;
  /** The last day its time can mean, ISO; "" where none is written. */
  readonly day: string;
}

/** Whether a published figure may be the row's: its number, and nothing that the row says otherwise. */
function mayBe(one: Actual, value: number, said: Said): boolean {
  const { scope, level, kind, day } = said;
  const ownDay = lastDay(one.at);
  return (
    one.value === value &&
    (scope === "" || one.scope === scope) &&
    (kind === null || one.kind === kind) &&
    (level === null || one.level === level) &&
    (day === "" || day === ownDay || (day.endsWith("-12-31") && day.slice(0, 4) === one.at.slice(0, 4)))
  );
}

export class IndicatorSheet {
  constructor(
    readonly reading: SheetReading,
    private readonly targets: Targets,
    private readonly options: IndicatorOptions,
  ) {}

  private text(field: string, row: number): string {
    return (this.reading.text(field)[row] ?? "").trim();
  }

  rows(): readonly IndicatorRow[] {
    return this.reading.rowNumbers.map((_, row) => this.row(row));
  }

  private row(row: number): IndicatorRow {
    const name = this.text("indicator_name", row);
    const wrong = (trouble: Text): IndicatorRow => ({
      row,
      name,
      progress: [],
      assumptions: [],
      published: null,
      trouble,
    });
    const chosen = this.text("indicator_target", row);
    const set = targetsOf(this.targets, this.options.documents);
    const byId = chosen === "" ? undefined : targetsOf(this.targets).find(({ id }) => id === chosen);
    if (chosen !== "" && !byId)
      return wrong({
        zh: `目标编号“${chosen}”不存在，请核对，或留空由指标名称来找`,
        en: `There is no target ${chosen}: correct it, or leave it blank`,
      });
    const named = byId
      ? { indicators: [indicatorOf(this.targets, byId.indicator)], level: byId.level }
      : indicatorNamed(name, this.targets);
    if (!named)
      return wrong({
        zh: `没有“${name}”这个指标，请照目标表里的名称写`,
        en: `There is no indicator "${name}": write it as the list of targets does`,
      });
    const said = this.said(row, named.level);
    if ("zh" in said) return wrong(said);
    const about = set.filter(({ indicator }) => named.indicators.some(({ id }) => id === indicator));
    const ofLevel = about.filter(({ level }) => level === said.level);
    const candidates = byId ? [byId] : ofLevel.length > 0 ? ofLevel : about;
    const indicator =
      named.indicators.find(({ id }) => candidates.some((target) => target.indicator === id)) ?? named.indicators[0];
    if (!indicator || candidates.length === 0)
      return wrong(
        joined([
          { zh: "所选的目标文件里没有这个指标的目标", en: "The chosen documents have no target of this indicator" },
          ...named.indicators.flatMap((one) => this.toldOf(row, one, said)),
        ]),
      );
    return this.against(row, name, indicator, said, candidates);
  }

  /** What the row says of its figure, or which of it nobody can make out: a word that is not known must not pass for none. */
  private said(row: number, namedLevel: Level | null): Said | Text {
    const scope = this.text("indicator_scope", row);
    const level = this.text("indicator_level", row);
    const kind = this.text("indicator_kind", row);
    const ownLevel = level === "" ? namedLevel : levelOf(level);
    const ownKind = kind === "" ? null : kindOf(kind);
    if (level !== "" && ownLevel === null) return unknownWord("级别", "level", level, Object.values(LEVEL_TEXTS));
    if (kind !== "" && ownKind === null) return unknownWord("口径", "kind", kind, Object.values(KIND_TEXTS));
    if (NAMELESS.test(scope))
      return {
        zh: `范围“${scope}”没有写是哪里，请写出地名，如 山东全省`,
        en: `the scope "${scope}" does not say which; write the name of the place, such as Shandong`,
      };
    const time = this.text("indicator_year", row);
    const day = figureDay(time);
    if (day === null)
      return {
        zh: `时间“${time}”看不出是哪一天，请写成 2025、2025-10 或 2025-10-31`,
        en: `"${time}" is no time that can be read: write 2025, 2025-10 or 2025-10-31`,
      };
    return {
      scope: scopeOf(scope, this.targets)?.id ?? scope,
      level: ownLevel,
      kind: ownKind,
      from: yearIn(this.text("indicator_base_year", row)),
      day,
    };
  }

  /** What is said of the published figure a row holds, where documents have figures alike that are not the same. */
  private toldOf(row: number, indicator: Indicator, said: Said): readonly Text[] {
    const actual = inUnit(this.text("indicator_actual", row), this.text("indicator_unit", row), indicator);
    const alike = "value" in actual ? this.alike(indicator, actual.value, said) : null;
    return this.targets.differences
      .filter(({ same, entries }) => !same && alike !== null && entries.includes(alike.id))
      .map(({ text }) => text);
  }

  private against(
    row: number,
    name: string,
    indicator: Indicator,
    said: Said,
    candidates: readonly Target[],
  ): IndicatorRow {
    const { asOf } = this.options;
    const assumptions: Text[] = [];
    const unit = this.text("indicator_unit", row);
    const actual = inUnit(this.text("indicator_actual", row), unit, indicator);
    const base = inUnit(this.text("indicator_base", row), unit, indicator);
    for (const one of [actual, base])
      if ("zh" in one) return { row, name, progress: [], trouble: one, assumptions, published: null };
      else if (one.note) assumptions.push(one.note);
    const value = "value" in actual ? actual.value : NaN;
    const baseValue = "value" in base ? base.value : NaN;
    const alike = this.alike(indicator, value, said);
    // Only what says of itself where it was counted can be known for the published figure.
    const published = said.scope === "" ? null : alike;
    const own = this.measured(indicator, said, alike, assumptions);
    if (!Number.isNaN(value) && said.day === "")
      assumptions.push({
        zh: `没有写时间，按${asOf}的数看`,
        en: `no time given; the figure is taken as of ${asOf}`,
      });
    if (alike !== null && said.scope === "") assumptions.push(this.perhaps(alike));
    const judge = (target: Target): Progress => {
      const done = progress(target, value, own, this.targets, {
        asOf,
        base: Number.isNaN(baseValue) ? (said.from === null || target.kind === "new" ? null : NaN) : baseValue,
        from: target.from === null ? said.from : null,
      });
      const elsewhere =
        done.standing === "open" && alike !== null && said.scope === ""
          ? publishedElsewhere(value, target, this.targets)
          : null;
      if (elsewhere === null) return done;
      const remark = joined(elsewhere);
      return { ...done, standing: "refused", completion: { kind: "refused", reason: remark }, remark };
    };
    const fitting = candidates.filter((target) => comparable(target, own, this.targets).kind !== "refused");
    return {
      row,
      name,
      progress: (fitting.length > 0 ? fitting : candidates).map(judge),
      trouble: null,
      assumptions,
      published,
    };
  }

  /** The published figure with this very number that the row may mean; what the row says otherwise must not contradict it. */
  private alike({ id }: Indicator, value: number, said: Said): Actual | null {
    return actualsOf(this.targets).find((one) => one.indicator === id && mayBe(one, value, said)) ?? null;
  }

  /** A row that does not say where its figure was counted is asked; that its number was published of somewhere is no answer. */
  private perhaps(alike: Actual): Text {
    const [figure, scope] = [figureName(this.targets, alike), scopeName(this.targets, alike.scope)];
    return {
      zh: `没有写范围；${scope.zh}${alike.at}公布的${figure.zh}也是这个数，是它的话请把范围写成“${scope.zh}”`,
      en: `no scope given; ${figure.en} published of ${scope.en} for ${alike.at} is the same number: if it is that one, write ${scope.en} as the scope`,
    };
  }

  /** What the row counts: as it says, and the kind where the indicator has only one. A published figure like it only adds what speaks against it. */
  private measured(indicator: Indicator, said: Said, alike: Actual | null, assumptions: Text[]): Measured {
    const implied = said.kind === null ? common(indicator.id, this.targets, ({ kind }) => kind) : null;
    const level = said.level ?? common(indicator.id, this.targets, (one) => one.level);
    if (level !== said.level)
      assumptions.push({
        zh: "没有写级别；这个指标只有一个级别，按它看",
        en: "no level given; the indicator has only one",
      });
    if (implied !== null)
      assumptions.push({
        zh: "没有写口径；这个指标只有一种口径，按它看",
        en: "no kind given; the indicator has only one",
      });
    return {
      indicator: indicator.id,
      scope: said.scope === "" ? null : said.scope,
      level: level ?? "unsaid",
      kind: said.kind ?? implied,
      standard: alike?.standard ?? null,
      against: alike?.against ?? null,
      from: said.from,
      on: said.day === "" ? null : said.day,
      id: alike?.id ?? null,
    };
  }
}

function unknownWord(zh: string, en: string, written: string, known: readonly Text[]): Text {
  return {
    zh: `${zh}“${written}”认不出来，可以写${known.map((one) => one.zh).join("、")}，或者留空`,
    en: `the ${en} "${written}" is not known; write one of ${known.map((one) => one.en).join(", ")}, or leave it blank`,
  };
}

/** The one line of a row for a board: the progress that is not refused, or the first refusal. */
export function leadingProgress({ progress: all }: IndicatorRow): Progress | null {
  return all.find(({ standing }) => standing !== "refused") ?? all[0] ?? null;
}

/** Every reason of a row that could not be compared, as one text. */
export function refusalOf({ progress: all, trouble }: IndicatorRow): Text {
  return trouble ?? joined(all.map(({ remark }) => remark));
}

/** Why a line of a board has no verdict yet; blank where it has one. */
export function whyOpen(row: IndicatorRow, leading: Progress | null): Text {
  if (leading === null || leading.standing === "refused") return refusalOf(row);
  return leading.standing === "open" || leading.standing === "due" ? leading.remark : { zh: "", en: "" };
}
