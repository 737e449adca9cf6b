/**
 * The page that WPS loads at its start and keeps: the ribbon's callbacks and the functions, nothing to see. The functions are registered at
 * once, since cells are calculated as soon as a workbook opens.
 */
import packedRelease from "release";
import packedSubsidies from "subsidies";
import packedTargets from "targets";
import { unpackTargets } from "../../clusters/pack-targets";
import { NAMESPACE, RECORDS } from "../../functions/records";
import { saysDraft, SETTINGS_KEY } from "../../functions/rules-handover";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSubsidies } from "../../riders/pack-subsidies";
import { CALLBACKS } from "../add-in";
import { isFunctionRegistry, registerFunctions } from "../functions/register-functions";
import { isWpsApplication } from "../host/objects";
import { settingIn } from "../host/settings";
import { wpsGlobal } from "./application";
import { isRibbonApplication, ribbonCallbacks, type RibbonApplication } from "./ribbon";

function application(): RibbonApplication {
  const found = wpsGlobal();
  if (!isRibbonApplication(found)) throw new Error("This page runs in WPS alone.");
  return found;
}

const callbacks = ribbonCallbacks(application, window.location.href);
// Some builds look for the callbacks on the window, whatever ribbon.xml says.
Object.assign(window, { [CALLBACKS.object]: callbacks, ...callbacks });

const registry = wpsGlobal();
if (isFunctionRegistry(registry)) {
  const release = unpackRelease(packedRelease);
  const bound = {
    ...release,
    subsidies: unpackSubsidies(packedSubsidies, release.vocabulary),
    targets: unpackTargets(packedTargets),
  };
  registerFunctions(registry, NAMESPACE, RECORDS, bound, () => {
    const workbook = isWpsApplication(registry) ? registry.ActiveWorkbook : null;
    return workbook !== null && saysDraft(settingIn(workbook, SETTINGS_KEY));
  });
}
