/** Reads an XML manifest into plain lists, independently of the code that writes it. */
import { JSDOM } from "jsdom";

/** A text or address with its override, at a place that messages can name. */
export interface Localized {
  readonly where: string;
  readonly value: string;
  /** By language tag. */
  readonly overrides: ReadonlyMap<string, string>;
}

export type ResourceKind = "Image" | "Url" | "ShortString" | "LongString";

export interface Resource extends Localized {
  readonly id: string;
  readonly kind: ResourceKind;
}

/** A use of a resource. */
export interface Reference {
  readonly where: string;
  readonly resid: string;
  /** Name of the element that refers, such as SourceLocation. */
  readonly element: string;
  /** Name of the element around it. */
  readonly parent: string;
  /** Pixels, for images. */
  readonly size: number | null;
}

export interface XmlManifest {
  readonly id: string;
  readonly version: string;
  readonly provider: string;
  readonly defaultLocale: string;
  readonly permissions: string;
  /** DisplayName, Description, IconUrl, HighResolutionIconUrl, SupportUrl, SourceLocation by element name. */
  readonly settings: ReadonlyMap<string, Localized>;
  readonly domains: readonly string[];
  readonly hosts: readonly string[];
  /** Requirement sets inside VersionOverrides, as `name version`. */
  readonly requirements: readonly string[];
  readonly resources: readonly Resource[];
  readonly references: readonly Reference[];
  readonly lifetime: string | null;
  readonly functionNames: readonly string[];
  /** Ids of tabs, groups and controls in order. */
  readonly controlIds: readonly string[];
}

const SETTINGS = ["DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation"];

const RESOURCE_GROUPS: ReadonlyMap<string, ResourceKind> = new Map([
  ["Images", "Image"],
  ["Urls", "Url"],
  ["ShortStrings", "ShortString"],
  ["LongStrings", "LongString"],
]);

function localized(element: Element, where: string): Localized {
  const overrides = [...element.children]
    .filter(({ localName }) => localName === "Override")
    .map((one) => [one.getAttribute("Locale") ?? "", one.getAttribute("Value") ?? ""] as const);
  return { where, value: element.getAttribute("DefaultValue") ?? "", overrides: new Map(overrides) };
}

/** Where an element stands, without the root: `VersionOverrides/Hosts/Host`. */
function placeOf(element: Element): string {
  const names: string[] = [];
  let at = element;
  while (at.parentElement !== null) {
    const id = at.getAttribute("id");
    names.unshift(id === null ? at.localName : `${at.localName}[${id}]`);
    at = at.parentElement;
  }
  return `manifest.xml: ${names.slice(-3).join("/")}`;
}

/** Throws an Error for text that is no XML. */
export function readXmlManifest(xml: string): XmlManifest {
  const { document } = new JSDOM(xml, { contentType: "application/xml" }).window;
  const root = document.documentElement;
  const all = [...root.querySelectorAll("*")];
  const plain = (name: string): string =>
    [...root.children].find(({ localName }) => localName === name)?.textContent.trim() ?? "";
  const inOverrides = (element: Element): boolean => element.closest("VersionOverrides") !== null;
  const named = (name: string): readonly Element[] => all.filter(({ localName }) => localName === name);

  const settings = SETTINGS.flatMap((name) => {
    const found = named(name).find((element) => !inOverrides(element));
    return found === undefined ? [] : [[name, localized(found, `manifest.xml: ${name}`)] as const];
  });
  const resources = all.flatMap((element): readonly Resource[] => {
    const kind = RESOURCE_GROUPS.get(element.parentElement?.localName ?? "");
    if (kind === undefined) return [];
    const id = element.getAttribute("id") ?? "";
    return [{ ...localized(element, `manifest.xml: Resources/${id}`), id, kind }];
  });
  const references = all.flatMap((element): readonly Reference[] => {
    const resid = element.getAttribute("resid");
    if (resid === null) return [];
    const size = element.getAttribute("size");
    const parent = element.parentElement?.localName ?? "";
    return [
      { where: placeOf(element), resid, element: element.localName, parent, size: size === null ? null : Number(size) },
    ];
  });
  return {
    id: plain("Id"),
    version: plain("Version"),
    provider: plain("ProviderName"),
    defaultLocale: plain("DefaultLocale"),
    permissions: plain("Permissions"),
    settings: new Map(settings),
    domains: named("AppDomain").map(({ textContent }) => textContent.trim()),
    hosts: named("Host").map((host) => host.getAttribute("Name") ?? host.getAttribute("xsi:type") ?? ""),
    requirements: named("Set")
      .filter(inOverrides)
      .map((set) => `${set.getAttribute("Name") ?? ""} ${set.getAttribute("MinVersion") ?? ""}`),
    resources,
    references,
    lifetime: named("Runtime")[0]?.getAttribute("lifetime") ?? null,
    functionNames: named("FunctionName").map(({ textContent }) => textContent.trim()),
    controlIds: all
      .filter(({ localName }) => ["CustomTab", "Group", "Control"].includes(localName))
      .map((element) => element.getAttribute("id") ?? ""),
  };
}
