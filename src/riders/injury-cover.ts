/** Occupational-injury cover of riders: the fee an order, all paid by the platform, and where it applies from when. */
import { placesOf, provinceOf, type PlaceCode, type Province } from "../language/places";
import type { Evidence } from "../words/citation";
import type { Text } from "../words/text";
import type { Source } from "./bases";
import { chineseMonth, isoMonth, type Month } from "./month";

export interface InjuryFee {
  readonly id: string;
  readonly name: Text;
  readonly words: readonly string[];
  /** Yuan an order. */
  readonly fee: number;
}

export interface InjuryStart {
  readonly from: Month;
  /** It began in one of the months from `from` to here; null where `from` is the month itself. */
  readonly by: Month | null;
  /** Codes of provinces. */
  readonly provinces: readonly PlaceCode[];
  readonly evidence: Evidence;
  readonly source: Source;
  readonly note: Text | null;
}

export interface InjuryFees {
  /** Fees before this month, those of the pilot, were not found. */
  readonly from: Month;
  readonly source: Source;
  readonly evidence: Evidence;
  readonly kinds: readonly InjuryFee[];
  readonly gaps: readonly Text[];
  readonly rollout: readonly InjuryStart[];
  readonly figures: readonly Text[];
}

/** The fee of a kind of service by its id, name or another word for it; null where none is known. */
export function injuryFeeOf(kind: string, { kinds }: InjuryFees): InjuryFee | null {
  const word = kind.normalize("NFKC").trim().toLowerCase();
  return (
    kinds.find(
      ({ id, name, words }) =>
        id === word || name.zh.normalize("NFKC") === word || name.en.toLowerCase() === word || words.includes(word),
    ) ?? null
  );
}

/** Whether the platform pays the fee in a month, and what is said of it: `met` it does, `unmet` not yet, `unknown` no answer or no figure. */
export interface InjuryCover {
  readonly status: "met" | "unmet" | "unknown";
  readonly text: Text;
}

/** The cover at a place as a sheet names it. */
export function injuryCover(
  place: string,
  month: Month,
  fees: InjuryFees,
  vocabulary: { readonly provinces: readonly Province[] },
): InjuryCover {
  const places = placesOf(vocabulary);
  const provinces = [...new Set(places.meant(place).map(provinceOf))];
  const [code] = provinces;
  if (code === undefined || provinces.length > 1)
    return {
      status: "unknown",
      text:
        code === undefined
          ? { zh: `“${place}”不是认得的地名`, en: `"${place}" is no place that is known` }
          : {
              zh: `“${place}”可以是好几个省的地方（${provinces.map((one) => places.text(one).zh).join("、")}），请写上省名`,
              en: `"${place}" may lie in several provinces (${provinces.map((one) => places.text(one).en).join(", ")}); give the province`,
            },
    };
  return coverOf(places.text(code), code, month, fees);
}

function coverOf(name: Text, code: PlaceCode, month: Month, { from, rollout }: InjuryFees): InjuryCover {
  const start = rollout.find(({ provinces }) => provinces.includes(code));
  if (start === undefined)
    return {
      status: "unknown",
      text: { zh: `${name.zh}从哪个月起没有查到`, en: `From which month on in ${name.en} was not found` },
    };
  const draft = start.evidence === "provisional" && start.note !== null ? start.note : null;
  const zhNote = draft === null ? "" : `（${draft.zh}）`;
  const enNote = draft === null ? "" : ` (${draft.en})`;
  if (month < start.from)
    return {
      status: "unmet",
      text: {
        zh: `${name.zh}${start.by === null ? `${chineseMonth(start.from)}起` : `${chineseMonth(start.from)}以后`}才实行${zhNote}，${chineseMonth(month)}没有这笔费用`,
        en: `It applies in ${name.en} from ${isoMonth(start.from)}${start.by === null ? "" : " at the earliest"}${enNote}; there is no fee in ${isoMonth(month)}`,
      },
    };
  if (start.by !== null && month < start.by)
    return {
      status: "unknown",
      text: {
        zh: `${name.zh}在${chineseMonth(start.from)}到${chineseMonth(start.by)}之间开始，从哪个月起没有查到，${chineseMonth(month)}有没有这笔费用还不知道`,
        en: `It begins in ${name.en} between ${isoMonth(start.from)} and ${isoMonth(start.by)}, in which month was not found; whether there is a fee in ${isoMonth(month)} is not known`,
      },
    };
  if (month < from)
    return {
      status: "unknown",
      text: {
        zh: `${name.zh}${chineseMonth(start.from)}起试点，${chineseMonth(from)}以前的费额没有查到`,
        en: `${name.en} is in the pilot from ${isoMonth(start.from)}; the fees before ${isoMonth(from)} were not found`,
      },
    };
  const since = start.by ?? start.from;
  return {
    status: "met",
    text: {
      zh: `${name.zh}${chineseMonth(since)}${start.by === null ? "起" : "以前已"}实行${zhNote}，按单由平台缴，骑手不缴`,
      en: `It applies in ${name.en} ${start.by === null ? "from" : "since before"} ${isoMonth(since)}${enNote}: a fee an order, paid by the platform and not by the rider`,
    },
  };
}
