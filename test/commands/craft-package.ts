/** Small xlsx packages put together part by part, for shapes that no one program writes. */
import { NODE_CODEC } from "../../src/commands/node-codec";
import { PackageParts } from "../../src/xlsx/container/package-parts";

export interface CraftedSheet {
  readonly name: string;
  /** What stands inside `<worksheet>`. */
  readonly body: string;
  readonly state?: string;
}

export interface CraftedWorkbook {
  readonly sheets: readonly CraftedSheet[];
  /** What stands inside `<styleSheet>`; left out, the workbook has no formats part. */
  readonly styles?: string;
  /** What stands between the root and `<sheets>`, and after `</sheets>`. */
  readonly before?: string;
  readonly after?: string;
  /** A namespace prefix with its colon, such as `x:`. */
  readonly prefix?: string;
  readonly strict?: boolean;
  readonly sharedStrings?: string;
  /** More parts, by name. */
  readonly parts?: Readonly<Record<string, string>>;
  /** More relationships of the workbook: id, type, target. */
  readonly links?: readonly (readonly [string, string, string])[];
}

const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;

export function craftPackage(workbook: CraftedWorkbook): Uint8Array {
  const x = workbook.prefix ?? "";
  const main = workbook.strict
    ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
    : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = workbook.strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const xmlns = x === "" ? `xmlns="${main}"` : `xmlns:${x.slice(0, -1)}="${main}"`;
  const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const links: (readonly [string, string, string])[] = [...(workbook.links ?? [])];
  const parts = PackageParts.empty(NODE_CODEC);
  const overrides = [`<Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>`];
  parts.set("[Content_Types].xml", "");
  parts.set(
    "_rels/.rels",
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="R1" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
  );
  const tabs = workbook.sheets.map(({ name, body, state }, index) => {
    const number = index + 1;
    parts.set(
      `xl/worksheets/sheet${number}.xml`,
      `${HEAD}<${x}worksheet ${xmlns} xmlns:r="${office}">${body}</${x}worksheet>`,
    );
    overrides.push(`<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${content}.worksheet+xml"/>`);
    links.push([`s${number}`, "worksheet", `worksheets/sheet${number}.xml`]);
    return `<${x}sheet name="${name}" sheetId="${number * 3}"${state ? ` state="${state}"` : ""} r:id="s${number}"/>`;
  });
  parts.set(
    "xl/workbook.xml",
    `${HEAD}<${x}workbook ${xmlns} xmlns:r="${office}">${workbook.before ?? ""}<${x}sheets>${tabs.join("")}</${x}sheets>${workbook.after ?? ""}</${x}workbook>`,
  );
  if (workbook.styles !== undefined) {
    parts.set("xl/styles.xml", `${HEAD}<${x}styleSheet ${xmlns}>${workbook.styles}</${x}styleSheet>`);
    overrides.push(`<Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/>`);
    links.push(["st", "styles", "styles.xml"]);
  }
  if (workbook.sharedStrings !== undefined) {
    parts.set("xl/sharedStrings.xml", `${HEAD}<${x}sst ${xmlns}>${workbook.sharedStrings}</${x}sst>`);
    links.push(["ss", "sharedStrings", "sharedStrings.xml"]);
  }
  const relationships = links.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  parts.set(
    "xl/_rels/workbook.xml.rels",
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join("")}</Relationships>`,
  );
  for (const [name, text] of Object.entries(workbook.parts ?? {})) parts.set(name, text);
  parts.set(
    "[Content_Types].xml",
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join("")}</Types>`,
  );
  return parts.toBytes();
}

/** `<sheetData>` around rows given as the text of their cells, from row 1 on. */
export function sheetData(...rows: readonly string[]): string {
  return `<sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join("")}</sheetData>`;
}
