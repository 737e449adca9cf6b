/** What the pane keeps in the workbook: the date and purpose of scoring, and how a person set the columns of each sheet. */
import { z } from "zod";
import type { PlaceCode } from "../../../language/places";
import type { Purpose } from "../../../policy/rule-set";
import { serialOfIso } from "../../../words/calendar";
import { savedMappingSchema, type SavedMapping } from "../../../sheet/reading/saved-mapping";

/** The sheet's name is kept beside its id: a host may give a sheet another id when the workbook is opened again. */
export interface SheetChoice {
  readonly id: string;
  readonly name: string;
  readonly mapping: SavedMapping;
}

/** A draft of rules that the workbook is judged by. */
export interface DraftInUse {
  /** Its sheet: by its id, or by its name where no sheet has the id. */
  readonly id: string;
  readonly name: string;
  /** The edition it is a draft of, below seeds/. */
  readonly file: string;
}

export interface PaneSettings {
  readonly version: 1;
  /** ISO; null follows the release. */
  readonly asOf: string | null;
  readonly purpose: Purpose;
  /** The place of enterprises of which the sheet tells none; null for none. */
  readonly place: PlaceCode | null;
  readonly sheets: readonly SheetChoice[];
  /** Null: the rules in force judge. */
  readonly draft: DraftInUse | null;
}

export const NO_SETTINGS: PaneSettings = {
  version: 1,
  asOf: null,
  purpose: "new",
  place: null,
  sheets: [],
  draft: null,
};

const outerSchema = z.object({
  version: z.literal(1),
  asOf: z.unknown(),
  purpose: z.unknown(),
  place: z.unknown(),
  sheets: z.array(z.unknown()),
  draft: z.unknown(),
});
const dateSchema = z
  .string()
  .refine((text) => serialOfIso(text) !== null, "a real date")
  .nullable();
const purposeSchema = z.enum(["new", "review"]);
/** Workbooks of earlier versions name no place. */
const placeSchema = z.int().min(110_000).max(659_999).nullish();
/** Workbooks of earlier versions know no drafts. */
const draftSchema = z.object({ id: z.string(), name: z.string(), file: z.string() }).nullish();
const choiceSchema = z.object({ id: z.string(), name: z.string(), mapping: savedMappingSchema });

export interface ReadSettings {
  readonly settings: PaneSettings;
  /** True where something was kept that could not be used. */
  readonly damaged: boolean;
  /** True where the workbook has no settings of ours at all. */
  readonly fresh: boolean;
}

/** Settings from what the workbook holds; anyone may have edited it, so whatever does not fit is left out. */
export function readSettings(kept: unknown): ReadSettings {
  if (kept === null || kept === undefined) return { settings: NO_SETTINGS, damaged: false, fresh: true };
  const outer = outerSchema.safeParse(kept);
  if (!outer.success) return { settings: NO_SETTINGS, damaged: true, fresh: false };
  const asOf = dateSchema.safeParse(outer.data.asOf);
  const purpose = purposeSchema.safeParse(outer.data.purpose);
  const place = placeSchema.safeParse(outer.data.place);
  const draft = draftSchema.safeParse(outer.data.draft);
  const choices = outer.data.sheets.map((one) => choiceSchema.safeParse(one));
  return {
    settings: {
      version: 1,
      asOf: asOf.success ? asOf.data : null,
      purpose: purpose.success ? purpose.data : "new",
      place: place.success ? (place.data ?? null) : null,
      draft: draft.success ? (draft.data ?? null) : null,
      sheets: choices.flatMap((choice) => (choice.success ? [choice.data] : [])),
    },
    damaged:
      !asOf.success || !purpose.success || !place.success || !draft.success || choices.some(({ success }) => !success),
    fresh: false,
  };
}

/** How the columns of a sheet were set; by its id, or by its name where no sheet kept has the id. */
export function mappingOf(
  { sheets }: PaneSettings,
  sheet: { readonly id: string; readonly name: string },
): SavedMapping | undefined {
  const found = sheets.find(({ id }) => id === sheet.id) ?? sheets.find(({ name }) => name === sheet.name);
  return found?.mapping;
}

/** The settings with the columns of a sheet set; `undefined` forgets them. */
export function withMapping(
  settings: PaneSettings,
  sheet: { readonly id: string; readonly name: string },
  mapping: SavedMapping | undefined,
): PaneSettings {
  const others = settings.sheets.filter(({ id, name }) => id !== sheet.id && name !== sheet.name);
  const own = mapping === undefined ? [] : [{ id: sheet.id, name: sheet.name, mapping }];
  return { ...settings, sheets: [...others, ...own] };
}

/** Several sheets that are read as one list have settings of their own, known by all their names. */
const JOINED = "joined:";

/** What the columns of several sheets read as one list are kept under; of one sheet the sheet itself. */
export function choiceKey(
  sheet: { readonly id: string; readonly name: string },
  sheets: readonly string[],
): { readonly id: string; readonly name: string } {
  if (sheets.length < 2) return sheet;
  const id = JOINED + JSON.stringify(sheets);
  return { id, name: id };
}

const namesSchema = z.array(z.string());

/** How the columns of sheets read as one list were set. */
export function joinedMappings({ sheets }: PaneSettings): { sheets: string[]; mapping: SavedMapping }[] {
  return sheets.flatMap(({ id, mapping }) => {
    if (!id.startsWith(JOINED)) return [];
    const names = namesSchema.safeParse(parsedOrNull(id.slice(JOINED.length)));
    return names.success ? [{ sheets: names.data, mapping }] : [];
  });
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** JSON that reads the same whatever order its keys come in. */
function plainText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** Do two values of settings say the same? */
export function sameSetting(one: unknown, other: unknown): boolean {
  return plainText(one) === plainText(other);
}

/**
 * Settings that two people have changed from `base` on, brought together: what only one has changed is as that one wants it; of what both
 * have changed, `ours` holds.
 */
export function mergeSettings(base: PaneSettings, ours: PaneSettings, theirs: PaneSettings): PaneSettings {
  const choiceIn = ({ sheets }: PaneSettings, id: string): SheetChoice | undefined =>
    sheets.find((choice) => choice.id === id);
  const ids = new Set([...theirs.sheets, ...ours.sheets].map(({ id }) => id));
  return {
    version: 1,
    asOf: ours.asOf === base.asOf ? theirs.asOf : ours.asOf,
    purpose: ours.purpose === base.purpose ? theirs.purpose : ours.purpose,
    place: ours.place === base.place ? theirs.place : ours.place,
    draft: sameSetting(ours.draft, base.draft) ? theirs.draft : ours.draft,
    sheets: [...ids].flatMap((id) => {
      const own = choiceIn(ours, id);
      const chosen = sameSetting(own, choiceIn(base, id)) ? choiceIn(theirs, id) : own;
      return chosen === undefined ? [] : [chosen];
    }),
  };
}
