/** A sheet of indicators with their actuals against a set of targets: what may be compared, and how far each has come. */
import { lastDay } from "../policy/editions";
import type { Text } from "../words/text";
import { isoOfSerial, serialOfIso } from "../words/calendar";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { inUnit } from "./indicator-units";
import { indicatorNamed, kindOf, levelOf, scopeOf } from "./find-target";
import { comparable, joined, measured, progress, type Measured, type Progress } from "./progress";
import { actualsOf, indicatorOf, targetsOf, type Actual, type Indicator, type Target, type Targets } from "./targets";

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

/** The last day a time can mean: 2025, 2025年4月, 2025-04-05, or the serial of a date cell; null where it says none. */
function dayIn(text: string): string | null {
  if (/^\d{5}$/.test(text.trim())) return isoOfSerial(Number(text));
  const [, year, month, day] = /((?:19|20)\d\d)(?:[-/.年]\s*(\d{1,2})(?:[-/.月]\s*(\d{1,2}))?)?/.exec(text) ?? [];
  if (year === undefined) return null;
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, "0"));
  const last = lastDay(parts.join("-"));
  return serialOfIso(last) === null ? null : last;
}

/** The kind of all figures of an indicator, where there is only one. */
function onlyKind(indicator: string, targets: Targets): Measured["kind"] {
  const kinds = new Set(
    [...targetsOf(targets), ...actualsOf(targets)].filter((one) => one.indicator === indicator).map(({ kind }) => kind),
  );
  const [kind, ...more] = kinds;
  return more.length === 0 ? (kind ?? null) : null;
}

export class IndicatorSheet {
  constructor(
    readonly reading: SheetReading,
    private readonly targets: Targets,
    private readonly options: IndicatorOptions,
  ) {}

  private text(field: string, row: number): string {
    return this.reading.text(field)[row] ?? "";
  }

  rows(): readonly IndicatorRow[] {
    return this.reading.rowNumbers.map((_, row) => this.row(row));
  }

  private row(row: number): IndicatorRow {
    const name = this.text("indicator_name", row);
    const nothing = { row, name, progress: [], assumptions: [], published: null };
    const chosen = this.text("indicator_target", row).trim();
    const set = targetsOf(this.targets, this.options.documents);
    const byId = chosen === "" ? undefined : targetsOf(this.targets).find(({ id }) => id === chosen);
    if (chosen !== "" && !byId)
      return {
        ...nothing,
        trouble: {
          zh: `目标编号“${chosen}”不存在，请核对，或留空由指标名称来找`,
          en: `There is no target ${chosen}: correct it, or leave it blank`,
        },
      };
    const named = byId
      ? { indicators: [indicatorOf(this.targets, byId.indicator)], level: byId.level }
      : indicatorNamed(name, this.targets);
    if (!named)
      return {
        ...nothing,
        trouble: {
          zh: `没有“${name}”这个指标，请照目标表里的名称写`,
          en: `There is no indicator "${name}": write it as the list of targets does`,
        },
      };
    const candidates = byId
      ? [byId]
      : set.filter(({ indicator }) => named.indicators.some(({ id }) => id === indicator));
    const indicator =
      named.indicators.find(({ id }) => candidates.some((target) => target.indicator === id)) ?? named.indicators[0];
    if (!indicator || candidates.length === 0)
      return {
        ...nothing,
        trouble: joined([
          { zh: "所选的目标文件里没有这个指标的目标", en: "The chosen documents have no target of this indicator" },
          ...named.indicators.flatMap((one) => this.toldOf(row, one, named.level)),
        ]),
      };
    return this.against(row, name, indicator, named.level, candidates);
  }

  /** What is said of the published figure a row holds, where documents have figures alike that are not the same. */
  private toldOf(row: number, indicator: Indicator, level: Measured["level"]): readonly Text[] {
    const actual = inUnit(this.text("indicator_actual", row), this.text("indicator_unit", row), indicator);
    const published = "value" in actual ? this.recognise(row, indicator, level, actual.value) : null;
    return this.targets.differences
      .filter(({ same, entries }) => !same && published !== null && entries.includes(published.id))
      .map(({ text }) => text);
  }

  private against(
    row: number,
    name: string,
    indicator: Indicator,
    namedLevel: Measured["level"],
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
    const published = this.recognise(row, indicator, namedLevel, value);
    const own = this.measured(row, indicator, namedLevel, published, assumptions);
    const from = yearIn(this.text("indicator_base_year", row));
    const judge = (target: Target): Progress =>
      progress(target, value, own, this.targets, {
        asOf,
        base: Number.isNaN(baseValue) ? (from === null || target.kind === "new" ? null : NaN) : baseValue,
        from: target.from === null ? from : null,
      });
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

  /** The published figure with this very number; what the row says otherwise must not contradict it. */
  private recognise(row: number, { id }: Indicator, level: Measured["level"], value: number): Actual | null {
    const scope = scopeOf(this.text("indicator_scope", row), this.targets);
    const kind = kindOf(this.text("indicator_kind", row));
    const ownLevel = levelOf(this.text("indicator_level", row)) ?? level;
    return (
      actualsOf(this.targets).find(
        (one) =>
          one.indicator === id &&
          one.value === value &&
          (scope === null || one.scope === scope.id) &&
          (kind === null || one.kind === kind) &&
          (ownLevel === null || one.level === ownLevel),
      ) ?? null
    );
  }

  /** What the row counts: as it says, else as the published figure does, else as every figure of the indicator does. */
  private measured(
    row: number,
    indicator: Indicator,
    namedLevel: Measured["level"],
    published: Actual | null,
    assumptions: Text[],
  ): Measured {
    const scope = scopeOf(this.text("indicator_scope", row), this.targets);
    const said = kindOf(this.text("indicator_kind", row));
    const level = levelOf(this.text("indicator_level", row)) ?? namedLevel;
    const own = published ? measured(published) : null;
    if (own && published && (scope === null || said === null))
      assumptions.push({
        zh: `与公布数 ${published.id} 相同，范围和口径按公布数看`,
        en: `the same as the published figure ${published.id}; scope and kind are taken from it`,
      });
    const implied = said === null && own === null ? onlyKind(indicator.id, this.targets) : null;
    if (implied !== null)
      assumptions.push({
        zh: "没有写口径；这个指标只有一种口径，按它看",
        en: "no kind given; the indicator has only one",
      });
    return {
      indicator: indicator.id,
      scope: scope?.id ?? own?.scope ?? null,
      level: level ?? own?.level ?? null,
      kind: said ?? own?.kind ?? implied,
      standard: own?.standard ?? null,
      against: own?.against ?? null,
      from: yearIn(this.text("indicator_base_year", row)) ?? own?.from ?? null,
      on: dayIn(this.text("indicator_year", row)) ?? own?.on ?? null,
      id: published?.id ?? null,
    };
  }
}

/** The one line of a row for a board: the progress that is not refused, or the first refusal. */
export function leadingProgress({ progress: all }: IndicatorRow): Progress | null {
  return all.find(({ standing }) => standing !== "refused") ?? all[0] ?? null;
}

/** Every reason of a row that could not be compared, as one text. */
export function refusalOf({ progress: all, trouble }: IndicatorRow): Text {
  return trouble ?? joined(all.map(({ remark }) => remark));
}
