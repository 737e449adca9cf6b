/** What a workbook keeps of a person's choices about riders' subsidies. Anyone may have edited it, so whatever does not fit is left out. */
import { z } from "zod";
import { NO_OWN_FIGURES, packOwnFigures, readOwnFigures, type OwnFigureProblem, type OwnFigures } from "./own-figures";
import { DEFAULT_OPTIONS, type SubsidyOptions } from "./rider";

/** The key of the workbook's settings. */
export const SUBSIDY_SETTINGS_KEY = "zjtx.subsidy";

export interface SubsidySettings {
  readonly options: SubsidyOptions;
  /** Levels and premiums filled in by the person. */
  readonly own: OwnFigures;
}

export const NO_SUBSIDY_SETTINGS: SubsidySettings = { options: DEFAULT_OPTIONS, own: NO_OWN_FIGURES };

const outer = z.object({ version: z.literal(1), includeCurrent: z.unknown(), levels: z.unknown(), own: z.unknown() });

export interface ReadSubsidySettings {
  readonly settings: SubsidySettings;
  /** Something was kept that could not be used. */
  readonly damaged: boolean;
  /** What of the own figures could not be used. */
  readonly problems: readonly OwnFigureProblem[];
}

/** Settings from what the workbook holds under `SUBSIDY_SETTINGS_KEY`; nothing kept is the defaults. */
export function readSubsidySettings(kept: unknown): ReadSubsidySettings {
  if (kept === null || kept === undefined) return { settings: NO_SUBSIDY_SETTINGS, damaged: false, problems: [] };
  const parsed = outer.safeParse(kept);
  if (!parsed.success) return { settings: NO_SUBSIDY_SETTINGS, damaged: true, problems: [] };
  const { includeCurrent, levels, own: figures } = parsed.data;
  const { own, problems } = readOwnFigures(figures ?? {});
  const known = typeof includeCurrent === "boolean" && (levels === "settled" || levels === "at-the-time");
  return {
    settings: {
      options: {
        includeCurrent: typeof includeCurrent === "boolean" ? includeCurrent : DEFAULT_OPTIONS.includeCurrent,
        levels: levels === "settled" || levels === "at-the-time" ? levels : DEFAULT_OPTIONS.levels,
      },
      own,
    },
    damaged: !known || problems.length > 0,
    problems,
  };
}

/** Plain JSON for the workbook; `readSubsidySettings` gives the same settings back. */
export function packSubsidySettings({ options, own }: SubsidySettings): unknown {
  return { version: 1, includeCurrent: options.includeCurrent, levels: options.levels, own: packOwnFigures(own) };
}
