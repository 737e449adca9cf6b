/** 产业地图: districts by industries as a grid, with the limits on lead and feature industries a district may choose. */
import type { Text } from "../words/text";
import { foldKey } from "../words/plain-text";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { DistrictLimits, Targets } from "./targets";

/** `other`: the sheet calls it something that is neither; null: it does not say. */
export type IndustryRole = "lead" | "special" | "other" | null;

export const ROLE_TEXTS: Readonly<Record<"lead" | "special" | "other" | "unknown", Text>> = {
  lead: { zh: "主导", en: "lead" },
  special: { zh: "特色", en: "feature" },
  other: { zh: "其他", en: "other" },
  unknown: { zh: "?", en: "?" },
};

export interface DistrictRow {
  readonly district: string;
  /** Industry -> role, in the order of the sheet. */
  readonly roles: ReadonlyMap<string, IndustryRole>;
  readonly lead: number;
  readonly special: number;
  /** Industries whose role is blank: they may be either. */
  readonly open: number;
  readonly limits: { readonly lead: number; readonly special: number };
  /** Kept, broken, or not known while roles are blank. */
  readonly verdict: "met" | "unmet" | "unknown";
  /** What is broken or open; empty texts where the limits are kept. */
  readonly remark: Text;
}

export interface DistrictMap {
  readonly industries: readonly string[];
  readonly districts: readonly DistrictRow[];
  readonly limits: DistrictLimits;
  /** Rows without a district or an industry, as Excel counts them. */
  readonly incomplete: readonly number[];
}

function roleOf(text: string): IndustryRole {
  const key = foldKey(text);
  if (key === "") return null;
  if (/主导|优先|lead/.test(key)) return "lead";
  return /特色|重点|feature|special/.test(key) ? "special" : "other";
}

function limitsFor(district: string, limits: DistrictLimits): { readonly lead: number; readonly special: number } {
  const key = foldKey(district).replace(/^重庆市?(?=.{3})/, "");
  const exception = limits.exceptions.find(({ districts }) =>
    districts.some((name) => foldKey(name).replace(/^重庆市?(?=.{3})/, "") === key),
  );
  return exception ?? limits;
}

function judge(
  lead: number,
  special: number,
  open: number,
  limits: DistrictRow["limits"],
): Pick<DistrictRow, "verdict" | "remark"> {
  const over = [
    { text: ROLE_TEXTS.lead, count: lead, most: limits.lead },
    { text: ROLE_TEXTS.special, count: special, most: limits.special },
  ].filter(({ count, most }) => count > most);
  if (over.length > 0)
    return {
      verdict: "unmet",
      remark: {
        zh: over.map(({ text, count, most }) => `${text.zh}产业${count}个，超过${most}个的上限`).join("；"),
        en: over.map(({ text, count, most }) => `${count} ${text.en} industries, the limit is ${most}`).join("; "),
      },
    };
  // Whatever the open ones are, they fit where both have room for all of them.
  if (open > 0 && (lead + open > limits.lead || special + open > limits.special))
    return {
      verdict: "unknown",
      remark: {
        zh: `${open}个产业没有写主导还是特色，说不准`,
        en: `${open} industries do not say whether they are lead or feature`,
      },
    };
  return { verdict: "met", remark: { zh: "", en: "" } };
}

/** The limits of the release; null where it holds none. */
export function districtLimits({ sets }: Targets): DistrictLimits | null {
  return sets.find(({ limits }) => limits !== null)?.limits ?? null;
}

/** The grid of a sheet with one row a district and industry. An industry named twice in a district counts once. */
export function districtMap(reading: SheetReading, limits: DistrictLimits): DistrictMap {
  const [names, industries, roles] = ["district", "district_industry", "district_role"].map((field) =>
    reading.text(field),
  );
  const byDistrict = new Map<string, Map<string, IndustryRole>>();
  const columns = new Set<string>();
  const incomplete: number[] = [];
  reading.rowNumbers.forEach((number, row) => {
    const district = (names?.[row] ?? "").trim();
    const industry = (industries?.[row] ?? "").trim();
    if (district === "" || industry === "") {
      incomplete.push(number);
      return;
    }
    columns.add(industry);
    const own = byDistrict.get(district) ?? new Map<string, IndustryRole>();
    own.set(industry, roleOf(roles?.[row] ?? ""));
    byDistrict.set(district, own);
  });
  const districts = [...byDistrict].map(([district, own]): DistrictRow => {
    const count = (wanted: IndustryRole): number => [...own.values()].filter((role) => role === wanted).length;
    const [lead, special, open] = [count("lead"), count("special"), count(null)];
    const allowed = limitsFor(district, limits);
    const { lead: mostLead, special: mostSpecial } = allowed;
    return {
      district,
      roles: own,
      lead,
      special,
      open,
      limits: { lead: mostLead, special: mostSpecial },
      ...judge(lead, special, open, allowed),
    };
  });
  return { industries: [...columns], districts, limits, incomplete };
}
