/** What a list is judged for: the option of every command that judges. */
import type { Purpose } from "../../policy/rule-set";
import type { GivenOptions } from "./given-options";
import type { ValueOption } from "./option";

export const PURPOSE: ValueOption = {
  kind: "value",
  name: "purpose",
  value: { zh: "new|review", en: "new|review" },
  choices: [
    { id: "new", name: { zh: "新申报（不写就是它）", en: "a new application (the default)" } },
    { id: "review", name: { zh: "复核", en: "a review" } },
  ],
  about: { zh: "按哪种情形评", en: "what it is judged for" },
};

export function purposeGiven(given: GivenOptions): Purpose {
  return given.value(PURPOSE) === "review" ? "review" : "new";
}
