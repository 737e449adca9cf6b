/** Content types and relationships of a package, as its parts write them. */
import type { XmlElement } from "./xml-tree";

export interface Link {
  readonly id: string;
  /** The last word of the relationship's type, such as `worksheet`. */
  readonly type: string;
  /** A part's name, or an address outside the package. */
  readonly target: string;
  readonly external: boolean;
  /** As it stands in the file. */
  readonly written: string;
}

/** Where a part's relationships stand: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`. */
export function relationshipsOf(part: string): string {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** The relationships of a part. @param names the parts' names by their names in lower case */
export function linksOf(part: string, rels: XmlElement, names: ReadonlyMap<string, string>): Link[] {
  return rels.children
    .filter(({ name }) => name === "Relationship")
    .map(({ attributes }) => {
      const external = attributes.TargetMode === "External";
      const written = attributes.Target ?? "";
      const target = external ? written : partAt(part, written);
      return {
        id: attributes.Id ?? "",
        type: (attributes.Type ?? "").split("/").at(-1) ?? "",
        target: external ? target : (names.get(target.toLowerCase()) ?? target),
        external,
        written,
      };
    });
}

function partAt(part: string, target: string): string {
  const [address = ""] = target.split("#");
  if (address.startsWith("/")) return address.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of address.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

/** The content type of a part, by its name or its ending. */
export function contentTypesOf(types: XmlElement | undefined): (name: string) => string | undefined {
  const [byPart, byExtension] = [new Map<string, string>(), new Map<string, string>()];
  for (const { name, attributes } of types?.children ?? []) {
    const { PartName = "", Extension = "", ContentType = "" } = attributes;
    if (name === "Override") byPart.set(PartName.replace(/^\//, "").toLowerCase(), ContentType);
    else if (name === "Default") byExtension.set(Extension.toLowerCase(), ContentType);
  }
  return (name) => {
    const key = name.toLowerCase();
    return byPart.get(key) ?? byExtension.get(key.slice(key.lastIndexOf(".") + 1));
  };
}
