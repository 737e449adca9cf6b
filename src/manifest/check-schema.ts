/** Checks both manifests against Microsoft's schemas, without a network. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateXML } from "xmllint-wasm";
import { z } from "zod";
import { problem } from "./manifest-problem";
import type { ManifestProblem } from "./manifest-problem";

const SCHEMAS = fileURLToPath(new URL("schemas", import.meta.url));
const MAIN = "OfficeAppManifestV1_1.xsd";
const BASIC = "OfficeAppBasicTypesV1_0.xsd";
const TASK_PANE = "TaskPaneAppVersionOverridesV1_0.xsd";
const UNTOUCHED = ["MailAppVersionOverridesV1_0.xsd", "MailAppVersionOverridesV1_1.xsd"];

/** Main schema imports one that Microsoft never published; only content add-ins need it. */
const CONTENT_STUB = {
  fileName: "ContentAppVersionOverridesV1_0.xsd",
  contents: `<?xml version="1.0" encoding="utf-8"?>
<xs:schema targetNamespace="http://schemas.microsoft.com/office/contentappversionoverrides" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="VersionOverrides" />
</xs:schema>`,
};

/** `Runtimes` is newer than the files: the first, optional child of `Host` ([MS-OWEMXML]; https://learn.microsoft.com/javascript/api/manifest/runtimes). */
const RUNTIMES = `<xs:element name="Runtimes" minOccurs="0" maxOccurs="1">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="Runtime" minOccurs="1" maxOccurs="unbounded">
              <xs:complexType>
                <xs:attribute name="resid" use="required">
                  <xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="32" /></xs:restriction></xs:simpleType>
                </xs:attribute>
                <xs:attribute name="lifetime">
                  <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="short" /><xs:enumeration value="long" /></xs:restriction></xs:simpleType>
                </xs:attribute>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      `;

/** Puts `after` in the place of `before`, which must be there exactly once: a changed schema file must not slip through unrepaired. */
function repaired(name: string, contents: string, before: string, after: string): string {
  const parts = contents.split(before);
  if (parts.length !== 2) throw new Error(`src/manifest/schemas/${name} is not the file that the repairs are for`);
  return parts.join(after);
}

const read = (name: string): string => readFileSync(join(SCHEMAS, name), "utf8");

/** XML Schema patterns have no lazy quantifiers. */
const withoutLazyQuantifier = (name: string): string =>
  repaired(name, read(name), String.raw`(\.[0-9]{1,5}){0,3}?"`, String.raw`(\.[0-9]{1,5}){0,3}"`);

/** What libxml2 says of the XML manifest. */
export async function checkXmlSchema(xml: string): Promise<readonly ManifestProblem[]> {
  const firstOfHost = `<xs:element name="AllFormFactors" type="FormFactor" minOccurs="0" maxOccurs="1" odoc:omit="true">`;
  const { valid, errors } = await validateXML({
    xml: { fileName: "manifest.xml", contents: xml },
    schema: { fileName: MAIN, contents: withoutLazyQuantifier(MAIN) },
    preload: [
      { fileName: BASIC, contents: withoutLazyQuantifier(BASIC) },
      { fileName: TASK_PANE, contents: repaired(TASK_PANE, read(TASK_PANE), firstOfHost, RUNTIMES + firstOfHost) },
      ...UNTOUCHED.map((fileName) => ({ fileName, contents: read(fileName) })),
      CONTENT_STUB,
    ],
  });
  if (valid) return [];
  return errors.map(({ message, loc }) =>
    problem(
      `manifest.xml${loc === null ? "" : ` 第 ${loc.lineNumber} 行`}`,
      `不符合微软的清单格式：${message}。请改 src/manifest/xml-manifest.ts，再运行 npm run manifest。`,
      `It breaks Microsoft's manifest schema: ${message}. Change src/manifest/xml-manifest.ts, then run npm run manifest.`,
    ),
  );
}

const validator = z.object({
  ManifestUtil: z.custom<{ validateManifestAgainstSchema: (manifest: unknown, schema: unknown) => Promise<unknown> }>(
    (value) => typeof value === "function" && "validateManifestAgainstSchema" in value,
  ),
});

/**
 * What Microsoft's schema for the unified manifest says. Schema and validator come with @microsoft/app-manifest, a part of office-addin-manifest.
 * @param kind the manifest itself, or the file with its English texts.
 */
export async function checkUnifiedSchema(
  file: string,
  manifest: unknown,
  kind: "MicrosoftTeams" | "MicrosoftTeams.Localization",
): Promise<readonly ManifestProblem[]> {
  const { $schema } = z.object({ $schema: z.string() }).parse(manifest);
  const version = /\/(v[\d.]+)\//.exec($schema)?.[1] ?? "";
  const require = createRequire(createRequire(import.meta.url).resolve("office-addin-manifest"));
  const { ManifestUtil } = validator.parse(require("@microsoft/app-manifest"));
  const path = join(
    dirname(require.resolve("@microsoft/app-manifest")),
    "json-schemas/teams",
    version,
    `${kind}.schema.json`,
  );
  // Some of the localization schema's patterns leave a bracket bare, which JavaScript refuses under the u flag.
  const schema: unknown = JSON.parse(readFileSync(path, "utf8").replaceAll(String.raw`\\b]\\.`, String.raw`\\b\\]\\.`));
  const found = z.array(z.string()).parse(await ManifestUtil.validateManifestAgainstSchema(manifest, schema));
  return found.map((message) =>
    problem(
      file,
      `不符合微软的统一清单格式：${message}。请改 src/manifest/unified-manifest.ts。`,
      `It breaks Microsoft's unified manifest schema: ${message}. Change src/manifest/unified-manifest.ts.`,
    ),
  );
}
