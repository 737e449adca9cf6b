/**
 * The custom functions in Excel's shared runtime, loaded before the pane. Kept small: it carries no React, no YAML and no schemas.
 * Excel calls a function as soon as the workbook opens, so everything is associated at once, without waiting for anything.
 */
import { unpackTargets } from "../../clusters/pack-targets";
import { readBlanks } from "../../excel/read-blanks";
import { associateFunctions } from "../../functions/associate";
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
associateFunctions(knowledge, (address) => readBlanks(address), language);
