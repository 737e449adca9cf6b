/**
 * The unified manifest (JSON) for the Excels that take it, schema 1.25: the first whose runtimes name a metadata file for custom functions.
 * Schema: https://learn.microsoft.com/microsoft-365/extensibility/schema
 */
import { iconPath, LOCALES } from "./add-in";
import type { AddIn } from "./add-in";

const SCHEMA_VERSION = "1.25";
const schemaUrl = (name: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}/${name}.schema.json`;

/** Names of the files in the app package beside manifest.json. */
export const PACKAGE_FILES = {
  color: "icon-color-192.png",
  outline: "icon-outline-32.png",
  other: `${LOCALES.other}.json`,
} as const;

/** The ribbon of the unified manifest takes three sizes alone. */
const RIBBON_ICONS = [16, 32, 80];

/** manifest.json as plain data. */
export function unifiedManifest(addIn: AddIn, origin: string) {
  const url = (path: string): string => `${origin}/${path}`;
  const icons = RIBBON_ICONS.map((size) => ({ size, url: url(iconPath(size)) }));
  return {
    $schema: schemaUrl("MicrosoftTeams"),
    manifestVersion: SCHEMA_VERSION,
    id: addIn.id,
    // Three parts here, four in the XML; the fourth is always 0.
    version: addIn.version.replace(/\.0$/, ""),
    developer: {
      name: addIn.provider,
      websiteUrl: url(addIn.paths.about),
      privacyUrl: url(addIn.paths.privacy),
      termsOfUseUrl: url(addIn.paths.terms),
    },
    localizationInfo: {
      defaultLanguageTag: LOCALES.default,
      additionalLanguages: [{ languageTag: LOCALES.other, file: PACKAGE_FILES.other }],
    },
    name: { short: addIn.name.zh, full: addIn.name.zh },
    description: { short: addIn.shortDescription.zh, full: addIn.description.zh },
    icons: { color: PACKAGE_FILES.color, outline: PACKAGE_FILES.outline },
    accentColor: addIn.accent,
    validDomains: [new URL(origin).host],
    authorization: {
      permissions: { resourceSpecific: [{ name: "Document.ReadWrite.User", type: "Delegated" }] },
    },
    extensions: [
      {
        requirements: {
          scopes: ["workbook"],
          capabilities: addIn.requirements.map(({ name, version }) => ({ name, minVersion: version })),
        },
        runtimes: [
          {
            id: "ZJTX.Runtime",
            type: "general",
            code: { page: url(addIn.paths.pane), script: url(addIn.paths.functions) },
            lifetime: "long",
            actions: addIn.commands.map(({ id, label, does }) =>
              "opens" in does
                ? { id, type: "openPage", displayName: label.zh, view: "ZJTX.Pane" }
                : { id: does.calls, type: "executeFunction", displayName: label.zh },
            ),
            customFunctions: {
              namespace: { id: addIn.namespace, name: addIn.namespace },
              metadataUrl: url(addIn.paths.metadata.zh),
            },
          },
        ],
        ribbons: [
          {
            contexts: ["default"],
            tabs: [
              {
                id: addIn.tab.id,
                label: addIn.tab.label.zh,
                groups: [
                  {
                    id: addIn.group.id,
                    label: addIn.group.label.zh,
                    icons,
                    controls: addIn.commands.map(({ id, label, tip, does }) => ({
                      id,
                      type: "button",
                      label: label.zh,
                      icons,
                      supertip: { title: label.zh, description: tip.zh },
                      actionId: "opens" in does ? id : does.calls,
                    })),
                  },
                ],
              },
            ],
          },
        ],
        getStartedMessages: [
          { title: addIn.welcome.title.zh, description: addIn.welcome.text.zh, learnMoreUrl: url(addIn.paths.about) },
        ],
      },
    ],
  };
}

/** The English texts, by the place in manifest.json that each replaces. */
export function unifiedTexts(addIn: AddIn): Readonly<Record<string, string>> {
  const tab = "extensions[0].ribbons[0].tabs[0]";
  const group = `${tab}.groups[0]`;
  return {
    $schema: schemaUrl("MicrosoftTeams.Localization"),
    "name.short": addIn.name.en,
    "name.full": addIn.name.en,
    "description.short": addIn.shortDescription.en,
    "description.full": addIn.description.en,
    [`${tab}.label`]: addIn.tab.label.en,
    [`${group}.label`]: addIn.group.label.en,
    ...Object.fromEntries(
      addIn.commands.flatMap(({ label, tip }, index) => [
        [`${group}.controls[${index}].label`, label.en],
        [`${group}.controls[${index}].supertip.title`, label.en],
        [`${group}.controls[${index}].supertip.description`, tip.en],
        [`extensions[0].runtimes[0].actions[${index}].displayName`, label.en],
      ]),
    ),
    "extensions[0].getStartedMessages[0].title": addIn.welcome.title.en,
    "extensions[0].getStartedMessages[0].description": addIn.welcome.text.en,
  };
}
