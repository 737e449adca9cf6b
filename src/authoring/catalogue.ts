/** Where an edition is listed: in the nation's catalogue or its province's, and a tier that is new in the nation's. */
import type { SeedFiles } from "../policy/seed-file";
import type { Text } from "../words/text";
import { YamlText, type Writable } from "./yaml-text";

const NATIONAL = "national/catalogue.yaml";

/** What the place of an edition's file says of it. */
export interface EditionPlace {
  /** `national` or `provinces/<id>`. */
  readonly folder: string;
  /** The id of the province; null for the nation. */
  readonly province: string | null;
  readonly tier: string;
  readonly edition: string;
}

/** Null for a path that is no edition's. */
export function placeOfEdition(file: string): EditionPlace | null {
  const [, folder, province, tier, edition] =
    /^(national|provinces\/([a-z-]+))\/([a-z][a-z0-9-]*)\/(\d{4}(?:-\d{2}){0,2})\.yaml$/.exec(file) ?? [];
  if (folder === undefined || tier === undefined || edition === undefined) return null;
  return { folder, province: province ?? null, tier, edition };
}

/** @param name of the tier, where the nation's catalogue does not know it yet */
export function listEdition(
  files: SeedFiles,
  place: EditionPlace,
  covers: Text,
  name: Text,
): ReadonlyMap<string, string> {
  const { province, tier, edition } = place;
  const entry = { edition, status: "current", covers: { zh: covers.zh, en: covers.en } };
  const national = new YamlText(files.get(NATIONAL) ?? "");
  const changed = new Map<string, string>();
  if (indexOf(national, "tiers", "id", tier) < 0 && indexOf(national, "clusters", "id", tier) < 0) {
    append(national, ["tiers"], { id: tier, zh: name.zh, en: name.en, editions: province === null ? [entry] : [] });
    const beside = national.value(["beside"]);
    national.set(["beside"], [...(Array.isArray(beside) ? beside.map(String) : []), tier]);
    changed.set(NATIONAL, national.result());
  } else if (province === null) {
    for (const list of ["tiers", "clusters"] as const) {
      const index = indexOf(national, list, "id", tier);
      if (index >= 0) append(national, [list, index, "editions"], entry);
    }
    changed.set(NATIONAL, national.result());
  }
  if (province === null) return changed;
  const path = `provinces/${province}/catalogue.yaml`;
  const own = new YamlText(files.get(path) ?? `place: ${province}\n`);
  const index = indexOf(own, "tiers", "tier", tier);
  if (index >= 0) append(own, ["tiers", index, "editions"], entry);
  else append(own, ["tiers"], { tier, editions: [entry] });
  changed.set(path, own.result());
  return changed;
}

/** The place in a list of what has the id; -1 where nothing has. */
function indexOf(file: YamlText, list: string, key: string, id: string): number {
  for (let index = 0; file.has([list, index]); index += 1) if (file.value([list, index, key]) === id) return index;
  return -1;
}

function append(file: YamlText, list: readonly (string | number)[], item: Readonly<Record<string, Writable>>): void {
  let last = -1;
  while (file.has([...list, last + 1])) last += 1;
  if (last < 0) file.set(list, [item]);
  else file.insert(list, last, item);
}
