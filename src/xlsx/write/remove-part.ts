/** Takes parts out of a package. */
import type { PackageParts } from "../container/package-parts";
import { relationshipsOf, relationshipsPartOf, samePart } from "../workbook-outline";

/**
 * Takes out a part and what only it led to (its table, its comments, its printer settings); gives the names taken out.
 * @param from the part that leads to it @param kept the workbook's own part, which stays
 */
export function removePart(parts: PackageParts, part: string, from: string, kept: string): string[] {
  if (!parts.has(part)) return [];
  const others = parts
    .names()
    .filter(
      (name) =>
        name.endsWith(".rels") &&
        !samePart(name, relationshipsPartOf(part)) &&
        !samePart(name, relationshipsPartOf(from)),
    );
  const targets = relationshipsOf(parts, part).filter((relationship) => !relationship.external);
  const shared = new Set(
    others.flatMap((name) => relationshipsOf(parts, ownerOf(name)).map(({ target }) => target.toLowerCase())),
  );
  parts.remove(relationshipsPartOf(part));
  parts.remove(part);
  const exclusive = targets.filter(({ target }) => !shared.has(target.toLowerCase()) && !samePart(target, kept));
  return [part, ...exclusive.flatMap(({ target }) => removePart(parts, target, part, kept))];
}

/** `xl/worksheets/_rels/sheet1.xml.rels` belongs to `xl/worksheets/sheet1.xml`. */
function ownerOf(relationshipsPart: string): string {
  return relationshipsPart.replace(/_rels\/([^/]*)\.rels$/, "$1");
}
