/**
 * The custom functions in Excel's shared runtime, loaded before the pane. Kept small: it carries no React, no YAML and no schemas.
 * Excel calls a function as soon as the workbook opens, so everything is associated at once, without waiting for anything. What judges
 * answers once it is known whether the workbook has a draft of rules in use; the draft itself is read by the pane.
 */
import { unpackTargets } from "../../clusters/pack-targets";
import { readBlanks } from "../../excel/read-blanks";
import { readEarly } from "../../excel/early-setting";
import { associateFunctions } from "../../functions/associate";
import { rulesSaid, saysDraft, SETTINGS_KEY } from "../../functions/rules-handover";
import { RulesInUse } from "../../functions/rules-in-use";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSubsidies } from "../../riders/pack-subsidies";
import { packedRelease, packedSubsidies, packedTargets } from "../packed/rules-data";

// Excel tells its own language only once Office is ready, which is too late for the first cells; the browser tells its at once.
const language = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
const release = unpackRelease(packedRelease);
const knowledge = {
  ...release,
  subsidies: unpackSubsidies(packedSubsidies, release.vocabulary),
  targets: unpackTargets(packedTargets),
};
const rules = new RulesInUse(knowledge, null);
window.zjtxRules = (handed) => rules.say(rulesSaid(handed));
readEarly(SETTINGS_KEY).then(
  (kept) => {
    if (!saysDraft(kept)) rules.say({ kind: "released" });
  },
  // Excel did not say; the pane asks again, and tells.
  () => rules.say({ kind: "released" }),
);
associateFunctions(rules, (address) => readBlanks(address), language);
