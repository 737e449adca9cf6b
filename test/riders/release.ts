import { ownSubsidies } from "../../src/commands/read-seeds";
import { areaMeant } from "../../src/riders/base-areas";
import type { BaseArea, Bases } from "../../src/riders/bases";

export const subsidies = ownSubsidies();

/** The area a name means, for tests that are about something else. */
export function areaOf(name: string, bases: Bases = subsidies.bases): BaseArea {
  const { area, doubt } = areaMeant(name, bases);
  if (area === null) throw new Error(doubt.zh);
  return area;
}
