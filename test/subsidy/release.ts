import { ownSubsidies } from "../../src/cli/read-seeds";
import { areaMeant } from "../../src/subsidy/base-areas";
import type { BaseArea, Bases } from "../../src/subsidy/bases";

export const subsidies = ownSubsidies();

/** The area a name means, for tests that are about something else. */
export function areaOf(name: string, bases: Bases = subsidies.bases): BaseArea {
  const { area, doubt } = areaMeant(name, bases);
  if (area === null) throw new Error(doubt.zh);
  return area;
}
