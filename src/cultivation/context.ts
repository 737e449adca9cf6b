/** What every part of cultivation is given: the release, what it knows beside the rules, a sheet as read, and how to judge it. */
import type { Judgement } from "../policy/judgement";
import type { Policy } from "../policy/rule-set";
import type { Vocabulary } from "../language/vocabulary";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { Cultivation } from "./cultivation";

export interface CultivationContext {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  readonly cultivation: Cultivation;
  readonly reading: SheetReading;
  readonly judgement: Judgement;
}
