/** The built files as the checks read them. */
import { JSDOM } from "jsdom";
import type { BuiltFiles } from "../../manifest/built-files";
import { problem, type ManifestProblem } from "../../manifest/manifest-problem";

export type Problems = readonly ManifestProblem[];

/** The files as texts; null for a file that is not there. */
export interface Texts {
  readonly of: (path: string) => string | null;
}

export const textsOf = (files: BuiltFiles): Texts => ({
  of: (path) => {
    const bytes = files.read(path);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  },
});

/** The elements of an XML file; null where it is none. */
export function elementsOf(xml: string): Document | null {
  try {
    return new JSDOM(xml, { contentType: "text/xml" }).window.document;
  } catch {
    return null;
  }
}

export const notXml = (path: string): ManifestProblem =>
  problem(
    path,
    "不是合格的 XML。请重新运行 npm run build:wps。",
    "It is no well-formed XML. Run npm run build:wps again.",
  );
