/** The XML namespaces of a workbook package, and the short names that the checks call them by. */

const OFFICE = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";

/** Namespace -> prefix, as the checks write names; nothing for those whose elements go by their plain name. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OFFICE}/spreadsheetml/2006/main`, ""],
  [`${OFFICE}/package/2006/content-types`, ""],
  [`${OFFICE}/package/2006/relationships`, ""],
  [`${OFFICE}/package/2006/metadata/core-properties`, "cp:"],
  ["http://purl.org/dc/elements/1.1/", "dc:"],
  ["http://purl.org/dc/terms/", "dcterms:"],
  ["http://www.w3.org/2001/XMLSchema-instance", "xsi:"],
  [`${OFFICE}/officeDocument/2006/extended-properties`, "ep:"],
  [`${OFFICE}/officeDocument/2006/custom-properties`, "op:"],
  [`${OFFICE}/officeDocument/2006/docPropsVTypes`, "vt:"],
  [`${OFFICE}/officeDocument/2006/relationships`, "r:"],
  [`${OFFICE}/officeDocument/2006/sharedTypes`, "st:"],
  [`${OFFICE}/drawingml/2006/main`, "a:"],
  [`${OFFICE}/drawingml/2006/chart`, "c:"],
  [`${OFFICE}/drawingml/2006/chartDrawing`, "cdr:"],
  [`${OFFICE}/drawingml/2006/diagram`, "dgm:"],
  [`${OFFICE}/drawingml/2006/lockedCanvas`, "lc:"],
  [`${OFFICE}/drawingml/2006/picture`, "pic:"],
  [`${OFFICE}/drawingml/2006/spreadsheetDrawing`, "xdr:"],
  [`${OFFICE}/markup-compatibility/2006`, "mc:"],
  ["http://www.w3.org/XML/1998/namespace", "xml:"],
  ["http://www.w3.org/2000/xmlns/", "xmlns:"],
  ["urn:schemas-microsoft-com:vml", "v:"],
  ["urn:schemas-microsoft-com:office:office", "o:"],
  ["urn:schemas-microsoft-com:office:excel", "x:"],
]);

/** What "strict" files call the same things. */
const TRANSITIONAL: ReadonlyMap<string, string> = new Map([
  [`${STRICT}/spreadsheetml/main`, `${OFFICE}/spreadsheetml/2006/main`],
  [`${STRICT}/officeDocument/relationships`, `${OFFICE}/officeDocument/2006/relationships`],
  [`${STRICT}/officeDocument/sharedTypes`, `${OFFICE}/officeDocument/2006/sharedTypes`],
  [`${STRICT}/officeDocument/extendedProperties`, `${OFFICE}/officeDocument/2006/extended-properties`],
  [`${STRICT}/officeDocument/customProperties`, `${OFFICE}/officeDocument/2006/custom-properties`],
  [`${STRICT}/officeDocument/docPropsVTypes`, `${OFFICE}/officeDocument/2006/docPropsVTypes`],
  [`${STRICT}/drawingml/main`, `${OFFICE}/drawingml/2006/main`],
  [`${STRICT}/drawingml/chart`, `${OFFICE}/drawingml/2006/chart`],
  [`${STRICT}/drawingml/chartDrawing`, `${OFFICE}/drawingml/2006/chartDrawing`],
  [`${STRICT}/drawingml/spreadsheetDrawing`, `${OFFICE}/drawingml/2006/spreadsheetDrawing`],
]);

/** The namespace as "transitional" files have it. */
export const transitional = (uri: string): string => TRANSITIONAL.get(uri) ?? uri;

/** The prefix of a namespace's names; undefined for namespaces that the schemas don't hold. */
export const prefixOf = (uri: string): string | undefined => PREFIXES.get(transitional(uri));

/** Namespaces that the schemas hold or that XML itself has: those need not be declared as ignorable. */
export const isKnown = (uri: string): boolean => uri === "" || prefixOf(uri) !== undefined;

/** Namespaces that no schema of ours holds. */
const WITHOUT_SCHEMA = new Set(["mc:", "xml:", "xmlns:", "v:", "o:", "x:"]);

/** Whether the schemas hold elements with that prefix. */
export const isInSchemas = (prefix: string | undefined): boolean => prefix !== undefined && !WITHOUT_SCHEMA.has(prefix);

/** Declares every prefix of the schemas, and the namespace of names without one as a root of `uri` has it. */
export function declarationsFor(uri: string): string {
  const own = transitional(uri);
  const plain = PREFIXES.get(own) === "" ? own : `${OFFICE}/spreadsheetml/2006/main`;
  const prefixed = [...PREFIXES].filter(([, prefix]) => prefix !== "" && !WITHOUT_SCHEMA.has(prefix));
  return ` xmlns="${plain}"${prefixed.map(([name, prefix]) => ` xmlns:${prefix.slice(0, -1)}="${name}"`).join("")}`;
}
