/** The zip container of an xlsx file, opened for reading in a page, a worker or Node. */
import { unzipSync } from "fflate";
import { parseXml, type XmlNode } from "./xml";
import { checksumsOf, crc32 } from "./zip-checksums";

/** The bytes are no sound zip file, or a part that has to be there is missing. */
export class BrokenFile extends Error {
  override readonly name = "BrokenFile";
}

/** The file unpacks to more than a page can hold. */
export class FileTooLarge extends Error {
  override readonly name = "FileTooLarge";
}

export interface PartLink {
  readonly id: string;
  /** The last word of the type, such as `worksheet`. */
  readonly type: string;
  /** The part's name in the package, or an address outside. */
  readonly target: string;
  readonly external: boolean;
}

/** What all parts that are read may come to, unpacked. */
const MOST_BYTES = 700_000_000;

export class PackageReader {
  private constructor(
    private readonly parts: ReadonlyMap<string, Uint8Array>,
    /** Names of all parts, in lower case; pictures and macros, which are not unpacked, too. */
    readonly names: ReadonlySet<string>,
  ) {}

  /** @throws BrokenFile @throws FileTooLarge */
  static open(bytes: Uint8Array): PackageReader {
    const names = new Set<string>();
    let total = 0;
    let unpacked: Record<string, Uint8Array>;
    try {
      unpacked = unzipSync(bytes, {
        filter: ({ name, originalSize }) => {
          names.add(partName(name));
          if (!/\.(xml|rels)$|^mimetype$/i.test(name)) return false;
          total += originalSize;
          if (total > MOST_BYTES) throw new FileTooLarge(`more than ${MOST_BYTES} bytes unpacked`);
          return true;
        },
      });
    } catch (error) {
      if (error instanceof FileTooLarge) throw error;
      throw new BrokenFile("the zip container is damaged", { cause: error });
    }
    const sums = checksumsOf(bytes);
    for (const [name, part] of Object.entries(unpacked)) {
      const sum = sums.get(name);
      if (sum !== undefined && sum !== crc32(part)) throw new BrokenFile(`part ${name} does not match its checksum`);
    }
    return new PackageReader(new Map(Object.entries(unpacked).map(([name, part]) => [partName(name), part])), names);
  }

  has(name: string): boolean {
    return this.parts.has(partName(name));
  }

  /** @throws BrokenFile where the part is missing */
  text(name: string): string {
    const part = this.parts.get(partName(name));
    if (!part) throw new BrokenFile(`part ${name} is missing`);
    const encoding = part[0] === 0xff && part[1] === 0xfe ? "utf-16le" : "utf-8";
    return new TextDecoder(encoding).decode(part);
  }

  /** @throws BrokenFile where the part is missing */
  xml(name: string): XmlNode {
    return parseXml(this.text(name));
  }

  /** The relationships of a part, "" for the package's own. */
  links(part: string): PartLink[] {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
    if (!this.has(name)) return [];
    return this.xml(name).children.map(({ attributes }) => {
      const external = attributes.TargetMode === "External";
      const target = attributes.Target ?? "";
      return {
        id: attributes.Id ?? "",
        type: (attributes.Type ?? "").split("/").at(-1) ?? "",
        target: external ? target : resolved(folder, target),
        external,
      };
    });
  }

  /** The content type of the main document; "" where the package names none. */
  mainType(mainPart: string): string {
    if (!this.has("[Content_Types].xml")) return "";
    const types = this.xml("[Content_Types].xml").children;
    const part = partName(mainPart);
    const own = types.find(({ attributes }) => partName(attributes.PartName ?? "") === part);
    const byEnding = types.find(
      ({ name, attributes }) => name === "Default" && part.endsWith(`.${attributes.Extension ?? ""}`),
    );
    return (own ?? byEnding)?.attributes.ContentType ?? "";
  }
}

function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = folder.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}
