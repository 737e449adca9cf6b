import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { ADD_IN, DEVELOPMENT_ORIGIN, parseOrigin } from "../../src/manifest/add-in";
import { checkUnifiedSchema } from "../../src/manifest/check-schema";
import { readXmlManifest } from "../../src/manifest/read-xml-manifest";
import type { Localized } from "../../src/manifest/read-xml-manifest";
import { unifiedManifest, unifiedTexts } from "../../src/manifest/unified-manifest";
import { xmlManifest } from "../../src/manifest/xml-manifest";

const ORIGIN = "https://zjtx.example.cn";
const text = xmlManifest(ADD_IN, ORIGIN);
const xml = readXmlManifest(text);
const unified = unifiedManifest(ADD_IN, ORIGIN);
const english = unifiedTexts(ADD_IN);

const resources = new Map(xml.resources.map((resource) => [resource.id, resource]));

/** Chinese and English of a text in the XML. */
const both = (one: Localized | undefined): unknown => ({ zh: one?.value, en: one?.overrides.get("en-US") });

/** Resource that the first element of a name inside an element of another name refers to. */
function referred(element: string, parent: string, nth = 0): Localized | undefined {
  const found = xml.references.filter((one) => one.element === element && one.parent === parent)[nth];
  return found === undefined ? undefined : resources.get(found.resid);
}

const [extension] = unified.extensions;
const runtime = extension?.runtimes[0];
const tab = extension?.ribbons[0]?.tabs[0];
const group = tab?.groups[0];
const GROUP = "extensions[0].ribbons[0].tabs[0].groups[0]";

test("both manifests have the add-in's id, version, maker, address and language", () => {
  expect(xml).toMatchObject({
    id: ADD_IN.id,
    version: ADD_IN.version,
    provider: ADD_IN.provider,
    defaultLocale: "zh-CN",
  });
  expect(`${unified.version}.0`).toBe(ADD_IN.version);
  expect(unified).toMatchObject({
    id: ADD_IN.id,
    developer: { name: ADD_IN.provider, websiteUrl: `${ORIGIN}/about.html` },
    localizationInfo: { defaultLanguageTag: "zh-CN", additionalLanguages: [{ languageTag: "en-US" }] },
    validDomains: ["zjtx.example.cn"],
  });
  expect(xml.domains).toEqual([ORIGIN]);
  expect(xml.settings.get("SupportUrl")?.value).toBe(`${ORIGIN}/about.html`);
});

test("both manifests carry the names and descriptions in Chinese and in English", () => {
  expect(both(xml.settings.get("DisplayName"))).toEqual(ADD_IN.name);
  expect({ zh: unified.name.full, en: english["name.full"] }).toEqual(ADD_IN.name);
  expect({ zh: unified.name.short, en: english["name.short"] }).toEqual(ADD_IN.name);
  expect(both(xml.settings.get("Description"))).toEqual(ADD_IN.description);
  expect({ zh: unified.description.full, en: english["description.full"] }).toEqual(ADD_IN.description);
  expect({ zh: unified.description.short, en: english["description.short"] }).toEqual(ADD_IN.shortDescription);
  expect(both(referred("Title", "GetStarted"))).toEqual(ADD_IN.welcome.title);
  expect(both(referred("Description", "GetStarted"))).toEqual(ADD_IN.welcome.text);
  expect(extension?.getStartedMessages[0]).toMatchObject({
    title: ADD_IN.welcome.title.zh,
    description: ADD_IN.welcome.text.zh,
  });
  expect(english["extensions[0].getStartedMessages[0].title"]).toBe(ADD_IN.welcome.title.en);
  expect(english["extensions[0].getStartedMessages[0].description"]).toBe(ADD_IN.welcome.text.en);
});

test("both manifests run pane and functions on one page that lives as long as the workbook", () => {
  const page = `${ORIGIN}/${ADD_IN.paths.pane}`;
  expect(xml.settings.get("SourceLocation")?.value).toBe(page);
  for (const [element, parent] of [
    ["Runtime", "Runtimes"],
    ["SourceLocation", "Page"],
    ["SourceLocation", "Action"],
    ["FunctionFile", "DesktopFormFactor"],
  ] as const) {
    expect(referred(element, parent)?.value).toBe(page);
  }
  expect(xml.lifetime).toBe("long");
  expect(runtime).toMatchObject({
    lifetime: "long",
    code: { page, script: `${ORIGIN}/${ADD_IN.paths.functions}` },
  });
  expect(referred("SourceLocation", "Script")?.value).toBe(`${ORIGIN}/${ADD_IN.paths.functions}`);
});

test("both manifests name the functions' namespace and where their texts are", () => {
  expect(referred("Namespace", "ExtensionPoint")).toMatchObject({ value: "ZJTX", overrides: new Map() });
  expect(both(referred("SourceLocation", "Metadata"))).toEqual({
    zh: `${ORIGIN}/${ADD_IN.paths.metadata.zh}`,
    en: `${ORIGIN}/${ADD_IN.paths.metadata.en}`,
  });
  expect(runtime?.customFunctions).toEqual({
    namespace: { id: "ZJTX", name: "ZJTX" },
    metadataUrl: `${ORIGIN}/${ADD_IN.paths.metadata.zh}`,
  });
});

test("both manifests ask for the same requirement sets of a workbook", () => {
  const wanted = ADD_IN.requirements.map(({ name, version }) => `${name} ${version}`);
  expect(xml.requirements).toEqual(wanted);
  expect(extension?.requirements.capabilities.map(({ name, minVersion }) => `${name} ${minVersion}`)).toEqual(wanted);
  expect(xml.hosts).toEqual(["Workbook", "Workbook"]);
  expect(extension?.requirements.scopes).toEqual(["workbook"]);
});

test("both manifests have the same tab, group and buttons in the same order, doing the same", () => {
  const ids = [ADD_IN.tab.id, ADD_IN.group.id, ...ADD_IN.commands.map(({ id }) => id)];
  expect(xml.controlIds).toEqual(ids);
  expect([tab?.id, group?.id, ...(group?.controls ?? []).map(({ id }) => id)]).toEqual(ids);
  expect(both(referred("Label", "CustomTab"))).toEqual(ADD_IN.tab.label);
  expect({ zh: tab?.label, en: english["extensions[0].ribbons[0].tabs[0].label"] }).toEqual(ADD_IN.tab.label);
  expect(both(referred("Label", "Group"))).toEqual(ADD_IN.group.label);
  expect({ zh: group?.label, en: english[`${GROUP}.label`] }).toEqual(ADD_IN.group.label);
  expect(xml.functionNames).toEqual(ADD_IN.commands.flatMap(({ does }) => ("calls" in does ? [does.calls] : [])));
});

test.each(ADD_IN.commands.map((command, index) => ({ ...command, index })))(
  "both manifests say the same of the button $id",
  ({ index, label, tip, does }) => {
    expect(both(referred("Label", "Control", index))).toEqual(label);
    expect(both(referred("Description", "Supertip", index))).toEqual(tip);
    const control = group?.controls[index];
    const at = `${GROUP}.controls[${index}]`;
    expect({ zh: control?.label, en: english[`${at}.label`] }).toEqual(label);
    expect({ zh: control?.supertip.description, en: english[`${at}.supertip.description`] }).toEqual(tip);
    const action = runtime?.actions.find(({ id }) => id === control?.actionId);
    expect(action?.type).toBe("opens" in does ? "openPage" : "executeFunction");
    if ("calls" in does) expect(action?.id).toBe(does.calls);
  },
);

test("every icon of the unified manifest is among those of the XML", () => {
  const pictures = xml.resources.filter(({ kind }) => kind === "Image").map(({ value }) => value);
  expect(pictures).toHaveLength(ADD_IN.iconSizes.length);
  expect(pictures).toEqual(expect.arrayContaining(group?.icons.map(({ url }) => url) ?? []));
});

test("Microsoft's schemas take the unified manifest and its English texts", async () => {
  await expect(checkUnifiedSchema("manifest.json", unified, "MicrosoftTeams")).resolves.toEqual([]);
  await expect(checkUnifiedSchema("en-US.json", english, "MicrosoftTeams.Localization")).resolves.toEqual([]);
  const wrong = { ...unified, accentColor: "blue" };
  await expect(checkUnifiedSchema("manifest.json", wrong, "MicrosoftTeams")).resolves.toHaveLength(1);
  const unknown = { ...english, "extensions[0].ribbons[0].tabs[0].text": "ZJTX" };
  await expect(checkUnifiedSchema("en-US.json", unknown, "MicrosoftTeams.Localization")).resolves.toHaveLength(1);
});

test("Microsoft's own reader takes the same from both manifests", async () => {
  const folder = mkdtempSync(join(tmpdir(), "manifest-"));
  writeFileSync(join(folder, "manifest.xml"), text);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(unified));
  for (const name of ["manifest.xml", "manifest.json"]) {
    const seen = await OfficeAddinManifest.readManifestFile(join(folder, name));
    expect(seen).toMatchObject({
      id: ADD_IN.id,
      displayName: ADD_IN.name.zh,
      providerName: ADD_IN.provider,
      defaultLocale: "zh-CN",
      supportUrl: `${ORIGIN}/about.html`,
    });
  }
  rmSync(folder, { recursive: true });
});

test("manifest.xml in the project is the one for the development server", () => {
  expect(readFileSync("manifest.xml", "utf8")).toBe(xmlManifest(ADD_IN, DEVELOPMENT_ORIGIN));
});

test.each([
  "http://zjtx.example.cn",
  "https://zjtx.example.cn/app",
  "https://me@zjtx.example.cn",
  "https://zjtx.example.cn?x",
  "zjtx.example.cn",
])("%s is refused as an origin, with what to write instead", (origin) => {
  expect(() => parseOrigin(origin)).toThrow("https://zjtx.example.cn");
});

test("an origin may have a port and a slash at its end", () => {
  expect(parseOrigin("https://zjtx.example.cn:8443/")).toBe("https://zjtx.example.cn:8443");
});
