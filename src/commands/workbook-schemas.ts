/** What libxml2 says of the parts of workbooks by the schemas of ECMA-376, in one go for many workbooks: reading the schemas takes longest. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { memoryPages, validateXML } from "xmllint-wasm";
import { says, type Finding } from "../xlsx/check/finding";
import type { SchemaDocument } from "../xlsx/check/schema-documents";

const SCHEMAS = fileURLToPath(new URL("../xlsx/check/schemas", import.meta.url));
const SCHEMA = "http://www.w3.org/2001/XMLSchema";

/** Schemas of other bodies, which the ones for core properties import from the web; as much of them as Office writes. */
const OTHERS: Readonly<Record<string, string>> = {
  "dc.xsd": `<xs:schema xmlns:xs="${SCHEMA}" targetNamespace="http://purl.org/dc/elements/1.1/" elementFormDefault="qualified">
    ${["creator", "description", "identifier", "language", "subject", "title"].map((name) => `<xs:element name="${name}" type="xs:string"/>`).join("")}
  </xs:schema>`,
  "dcterms.xsd": `<xs:schema xmlns:xs="${SCHEMA}" xmlns:t="http://purl.org/dc/terms/" targetNamespace="http://purl.org/dc/terms/" elementFormDefault="qualified">
    <xs:complexType name="W3CDTF"><xs:simpleContent><xs:extension base="t:moment"/></xs:simpleContent></xs:complexType>
    <xs:simpleType name="moment"><xs:union memberTypes="xs:gYear xs:gYearMonth xs:date xs:dateTime"/></xs:simpleType>
    <xs:element name="created" type="t:W3CDTF"/><xs:element name="modified" type="t:W3CDTF"/>
  </xs:schema>`,
  "xml.xsd": `<xs:schema xmlns:xs="${SCHEMA}" targetNamespace="http://www.w3.org/XML/1998/namespace">
    <xs:attribute name="lang" type="xs:language"/></xs:schema>`,
};

/** One schema that holds all others, so that a single run validates every kind of part. */
const ALL = {
  fileName: "all.xsd",
  contents: `<xs:schema xmlns:xs="${SCHEMA}">${Object.entries({
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "sml.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "dml-main.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "dml-chart.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing": "dml-chartDrawing.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "dml-spreadsheetDrawing.xsd",
    "http://schemas.openxmlformats.org/package/2006/content-types": "opc-contentTypes.xsd",
    "http://schemas.openxmlformats.org/package/2006/relationships": "opc-relationships.xsd",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "opc-coreProperties.xsd",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties":
      "shared-documentPropertiesExtended.xsd",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "shared-documentPropertiesCustom.xsd",
  })
    .map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`)
    .join("")}</xs:schema>`,
};

/** The schema as a file of the validator, which has no network. */
function schemaFile(name: string): { readonly fileName: string; readonly contents: string } {
  const text = readFileSync(join(SCHEMAS, name), "utf8");
  const local = text
    .replaceAll(/schemaLocation="http:\/\/dublincore\.org\/[^"]*\/(\w+\.xsd)"/g, `schemaLocation="$1"`)
    .replace(
      `namespace="http://www.w3.org/XML/1998/namespace"/>`,
      `namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>`,
    );
  return { fileName: name, contents: local };
}

/**
 * Validates documents of any number of workbooks; gives the findings of each document in turn.
 * @throws Error where the validator itself fails, such as for want of memory
 */
export async function schemaFindings(documents: readonly SchemaDocument[]): Promise<readonly (readonly Finding[])[]> {
  if (documents.length === 0) return [];
  const files = readdirSync(SCHEMAS).filter((name) => name.endsWith(".xsd"));
  const { errors } = await validateXML({
    xml: documents.map(({ xml }, index) => ({ fileName: `${index}.xml`, contents: xml })),
    schema: ALL,
    preload: [
      ...files.map(schemaFile),
      ...Object.entries(OTHERS).map(([fileName, contents]) => ({ fileName, contents })),
    ],
    maxMemoryPages: memoryPages.max,
  });
  const found: Finding[][] = documents.map(() => []);
  for (const { message, loc, rawMessage } of errors) {
    const index = Number.parseInt(loc?.fileName ?? "", 10);
    const document = documents[index];
    if (/^\d+\.xml (validates|fails to validate)$/.test(rawMessage)) continue;
    // Any other message without a place is about the schemas themselves.
    if (!document || !loc) throw new Error(`the schemas could not be used: ${rawMessage}`);
    found[index]?.push({
      rule: "schema",
      part: document.part,
      place: document.places[loc.lineNumber - 2] ?? "",
      what: says(`不符合 SpreadsheetML 模式：${plain(message)}`, `it breaks the schema: ${plain(message)}`),
      fix: says(
        "按 ECMA-376 规定的元素、次序和取值来写",
        "write the elements, their order and values as ECMA-376 has them",
      ),
    });
  }
  return found;
}

/** The validator's words without the addresses of namespaces. */
function plain(message: string): string {
  return message
    .replace(/^Schemas validity error : /, "")
    .replaceAll(/\{[^{}]*\}/g, "")
    .replace(/\.\s*$/, "");
}
