/** What every part of cultivation is given: the release, what it knows beside the rules, a sheet as read, and how to judge it. */
import type { Policy, Purpose } from "../policy/rule-set";
import type { Vocabulary } from "../language/vocabulary";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { Cultivation } from "./cultivation";

export interface Judgement {
  /** The day of judgement, ISO. */
  readonly asOf: string;
  readonly purpose: Purpose;
  /** False: a general condition without a column is unknown instead of taken as holding. */
  readonly assumeGeneral: boolean;
}

export interface CultivationContext {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  readonly cultivation: Cultivation;
  readonly reading: SheetReading;
  readonly judgement: Judgement;
}
