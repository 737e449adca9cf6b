/** Whom a draft moves: counts by place, by size and by industry, the group that loses or gains most first. */
import { sizeClass, SIZE_CLASSES } from "../engine/size-class";
import { placesOf, provinceOf } from "../language/places";
import type { Text } from "../words/text";
import type { DraftImpact, ImpactContext, MovedFirm } from "./draft-impact";

export type GroupKind = "place" | "size" | "industry";

export interface ImpactGroup {
  readonly kind: GroupKind;
  readonly name: Text;
  readonly gained: number;
  readonly lost: number;
  /** Neither met before nor after, or not known yet on one side. */
  readonly other: number;
}

export function impactGroups(impact: DraftImpact, context: ImpactContext): readonly ImpactGroup[] {
  const naming: Readonly<Record<GroupKind, (firm: MovedFirm) => Text>> = {
    place: placeNames(context),
    size: sizeNames(context),
    industry: industryNames(context),
  };
  return (["place", "size", "industry"] as const).flatMap((kind) => groupsOf(impact.moved, kind, naming[kind]));
}

function groupsOf(moved: readonly MovedFirm[], kind: GroupKind, name: (firm: MovedFirm) => Text): ImpactGroup[] {
  const groups = new Map<string, { name: Text; gained: number; lost: number; other: number }>();
  for (const firm of moved) {
    const own = name(firm);
    const group = groups.get(own.zh) ?? { name: own, gained: 0, lost: 0, other: 0 };
    groups.set(own.zh, group);
    group[firm.after === "met" ? "gained" : firm.before === "met" ? "lost" : "other"] += 1;
  }
  return [...groups.values()]
    .map((group) => ({ kind, ...group }))
    .sort((a, b) => b.gained + b.lost - (a.gained + a.lost) || b.other - a.other);
}

const NOT_KNOWN: Text = { zh: "还不知道", en: "not known yet" };

function placeNames({ vocabulary }: ImpactContext): (firm: MovedFirm) => Text {
  const places = placesOf(vocabulary);
  return ({ place }) => (place === null ? NOT_KNOWN : places.text(provinceOf(place)));
}

/** Null where the cell is blank or there is no column. */
function reader({ reading }: ImpactContext, field: string): (row: number) => number | null {
  const column = reading.facts.column(field);
  return (row) => {
    const value = column?.[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
}

function industryNames(context: ImpactContext): (firm: MovedFirm) => Text {
  const industry = reader(context, "industry");
  return ({ row }) => {
    const index = industry(row);
    return (index === null ? undefined : context.vocabulary.sizeIndustries[index]?.name) ?? NOT_KNOWN;
  };
}

/** Only where every measure of its industry is known: half of one would be a guess. */
function sizeNames(context: ImpactContext): (firm: MovedFirm) => Text {
  const industry = reader(context, "industry");
  const measures = {
    employees: reader(context, "employees"),
    revenue: reader(context, "revenue"),
    total_assets: reader(context, "total_assets"),
  };
  return ({ row }) => {
    const index = industry(row);
    const own = index === null ? undefined : context.vocabulary.sizeIndustries[index];
    if (own === undefined || own.measures.some(({ field }) => measures[field](row) === null)) return NOT_KNOWN;
    return SIZE_CLASSES[sizeClass(own, (field) => measures[field](row) ?? 0)] ?? NOT_KNOWN;
  };
}
