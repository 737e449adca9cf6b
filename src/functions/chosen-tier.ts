/** The tier a formula names: by id, by its name in either language, or by the short word people use. */
import { editionOn, editionsOn, firstDay } from "../policy/editions";
import type { PlaceCode } from "../language/places";
import type { Policy, RuleSet, TierEntry } from "../policy/rule-set";
import { tierNamed } from "../policy/tier-names";
import { cellText, type Cell } from "../words/grid";
import { valueFailure, type FunctionFailure } from "./function-record";

function unknownTier(text: string, policy: Policy): FunctionFailure {
  const tiers = [...policy.tiers.values()];
  return valueFailure(
    `没有叫“${text}”的层级。可以写：${tiers.map(({ id, name }) => `${name.zh}（${id}）`).join("、")}。`,
    `There is no tier "${text}". Write one of: ${tiers.map(({ id, name }) => `${id} (${name.en})`).join(", ")}.`,
  );
}

/** True where the argument was left out or refers to an empty cell. */
export function isLeftOut(cell: Cell): boolean {
  return cell === null || cell === 0 || (typeof cell === "string" && cell.trim() === "");
}

/** The id of the tier named by a cell; `otherwise` where it is left out. */
export function chosenTier(cell: Cell, policy: Policy, otherwise: string): string | FunctionFailure {
  if (isLeftOut(cell)) return otherwise;
  const text = cellText(cell);
  return tierNamed(text, policy) ?? unknownTier(text, policy);
}

function noEdition({ name, editions }: TierEntry, day: string): FunctionFailure {
  const spans = editions.map(({ inForce: { from, until } }) => `${from}～${until ?? ""}`).join("、");
  return valueFailure(
    `${day} 这一天没有施行中的“${name.zh}”标准。收录的版本施行期：${spans}。请换一个基准日。`,
    `No edition of ${name.en} was in force on ${day}. Editions held: ${spans}. Choose another as_of.`,
  );
}

/** The edition of a tier in force for new applications on a day. */
export function editionFor(
  tier: string,
  day: string,
  policy: Policy,
  place: PlaceCode | null = null,
): RuleSet | FunctionFailure {
  const entry = policy.tiers.get(tier);
  if (!entry) return unknownTier(tier, policy);
  return editionOn(entry, day, "new", place) ?? noEdition(entry, day);
}

/** Whether any rung of the ladder has an edition on a day. */
export function hasRungs(day: string, policy: Policy): boolean {
  const rungs = new Set(policy.rungs.flat());
  return editionsOn(policy, day, "new").some(({ tier }) => rungs.has(tier));
}

/** A day before any rule came into force leaves nothing to score. */
export function noRungs(day: string, policy: Policy): FunctionFailure {
  const first = [...policy.tiers.values()]
    .flatMap(({ editions }) => editions.map(({ inForce }) => firstDay(inForce.from)))
    .sort()[0];
  return valueFailure(
    `${day} 这一天还没有收录任何一层的标准（最早的从 ${first ?? ""} 起）。请换一个基准日。`,
    `No edition of any rung was in force on ${day} (the earliest is from ${first ?? ""}). Choose another as_of.`,
  );
}
