/** Gives the workbook short names for our functions (`TIER_ELIGIBLE` for `ZJTX.TIER_ELIGIBLE`), and takes them away again. */
import type { Control, ExcelHost } from "../../../excel/host";
import { shortNames } from "../../../sharing/formulas/short-names";
import { NAMED_FUNCTIONS } from "./own-functions";
import { repairFormulas } from "./repair-formulas";
import type { Outcome } from "./sharing-state";

async function namesNow(host: ExcelHost) {
  const { names, tables } = await host.sharing.names();
  return shortNames(NAMED_FUNCTIONS, names, tables);
}

/** Names that somebody else has given are left alone, and told of. */
export async function addShortNames(host: ExcelHost): Promise<Extract<Outcome, { kind: "named" }>> {
  const names = await namesNow(host);
  const free = names.filter(({ state }) => state === "free").map(({ name, formula }) => ({ name, formula }));
  await host.sharing.setNames(free, []);
  return {
    kind: "named",
    added: free.map(({ name }) => name),
    taken: names.flatMap((one) => (one.state === "taken" ? [one.reason] : [])),
  };
}

/** Formulas that used the short names are spelled out, so that none of them breaks. */
export async function removeShortNames(
  host: ExcelHost,
  control: Control,
): Promise<Extract<Outcome, { kind: "unnamed" }>> {
  const ours = (await namesNow(host)).filter(({ state }) => state === "ours").map(({ name }) => name);
  await host.sharing.setNames([], ours);
  const { places } = await repairFormulas(host, control);
  return { kind: "unnamed", removed: ours.length, spelled: places };
}
