/** The add-in-only manifest (XML): taken by every Excel. Its schema: https://learn.microsoft.com/javascript/api/manifest */
import type { Text } from "../words/text";
import { iconPath, LOCALES } from "./add-in";
import type { AddIn, Command } from "./add-in";
import { element, writtenElement, type Element } from "./xml-element";

/** Resource ids are at most 32 characters. */
const RESOURCE = {
  pane: "Pane.Url",
  functions: "Functions.Url",
  metadata: "Metadata.Url",
  about: "About.Url",
  namespace: "Functions.Namespace",
  tab: "Tab.Label",
  group: "Group.Label",
  welcomeTitle: "Welcome.Title",
  welcomeText: "Welcome.Text",
} as const;
const commandResource = (command: Command, part: "Label" | "Tip"): string => `${command.id}.${part}`;
const iconResource = (size: number): string => `Icon.${size}`;

const refers = (name: string, resid: string): Element => element(name, { resid });

const override = (prefix: string, value: string): Element =>
  element(`${prefix}Override`, { Locale: LOCALES.other, Value: value });

/** A text setting outside the resources. */
const setting = (name: string, text: Text): Element =>
  element(name, { DefaultValue: text.zh }, [override("", text.en)]);

const resource = (kind: string, id: string, { zh, en }: Text): Element =>
  element(`bt:${kind}`, { id, DefaultValue: zh }, zh === en ? [] : [override("bt:", en)]);

const plain = (value: string): Text => ({ zh: value, en: value });

function button(addIn: AddIn, command: Command): Element {
  const action =
    "opens" in command.does
      ? element("Action", { "xsi:type": "ShowTaskpane" }, [
          element("TaskpaneId", {}, "ZJTX.Pane"),
          refers("SourceLocation", RESOURCE.pane),
        ])
      : element("Action", { "xsi:type": "ExecuteFunction" }, [element("FunctionName", {}, command.does.calls)]);
  return element("Control", { "xsi:type": "Button", id: command.id }, [
    refers("Label", commandResource(command, "Label")),
    element("Supertip", {}, [
      refers("Title", commandResource(command, "Label")),
      refers("Description", commandResource(command, "Tip")),
    ]),
    icons(addIn),
    action,
  ]);
}

const icons = (addIn: AddIn): Element =>
  element(
    "Icon",
    {},
    addIn.iconSizes.map((size) => element("bt:Image", { size: String(size), resid: iconResource(size) })),
  );

function versionOverrides(addIn: AddIn, origin: string): Element {
  const source = (resid: string): Element => refers("SourceLocation", resid);
  const url = (path: string): string => `${origin}/${path}`;
  const customFunctions = element("ExtensionPoint", { "xsi:type": "CustomFunctions" }, [
    element("Script", {}, [source(RESOURCE.functions)]),
    element("Page", {}, [source(RESOURCE.pane)]),
    element("Metadata", {}, [source(RESOURCE.metadata)]),
    refers("Namespace", RESOURCE.namespace),
  ]);
  const ribbon = element("ExtensionPoint", { "xsi:type": "PrimaryCommandSurface" }, [
    element("CustomTab", { id: addIn.tab.id }, [
      element("Group", { id: addIn.group.id }, [
        refers("Label", RESOURCE.group),
        icons(addIn),
        ...addIn.commands.map((command) => button(addIn, command)),
      ]),
      refers("Label", RESOURCE.tab),
    ]),
  ]);
  const host = element("Host", { "xsi:type": "Workbook" }, [
    element("Runtimes", {}, [element("Runtime", { resid: RESOURCE.pane, lifetime: "long" })]),
    element("AllFormFactors", {}, [customFunctions]),
    element("DesktopFormFactor", {}, [
      element("GetStarted", {}, [
        refers("Title", RESOURCE.welcomeTitle),
        refers("Description", RESOURCE.welcomeText),
        refers("LearnMoreUrl", RESOURCE.about),
      ]),
      refers("FunctionFile", RESOURCE.pane),
      ribbon,
    ]),
  ]);
  const resources = element("Resources", {}, [
    element(
      "bt:Images",
      {},
      addIn.iconSizes.map((size) => resource("Image", iconResource(size), plain(url(iconPath(size))))),
    ),
    element("bt:Urls", {}, [
      resource("Url", RESOURCE.pane, plain(url(addIn.paths.pane))),
      resource("Url", RESOURCE.functions, plain(url(addIn.paths.functions))),
      resource("Url", RESOURCE.metadata, { zh: url(addIn.paths.metadata.zh), en: url(addIn.paths.metadata.en) }),
      resource("Url", RESOURCE.about, plain(url(addIn.paths.about))),
    ]),
    element("bt:ShortStrings", {}, [
      resource("String", RESOURCE.namespace, plain(addIn.namespace)),
      resource("String", RESOURCE.tab, addIn.tab.label),
      resource("String", RESOURCE.group, addIn.group.label),
      resource("String", RESOURCE.welcomeTitle, addIn.welcome.title),
      ...addIn.commands.map((command) => resource("String", commandResource(command, "Label"), command.label)),
    ]),
    element("bt:LongStrings", {}, [
      resource("String", RESOURCE.welcomeText, addIn.welcome.text),
      ...addIn.commands.map((command) => resource("String", commandResource(command, "Tip"), command.tip)),
    ]),
  ]);
  const sets = addIn.requirements.map(({ name, version }) => element("bt:Set", { Name: name, MinVersion: version }));
  return element(
    "VersionOverrides",
    { xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides", "xsi:type": "VersionOverridesV1_0" },
    [
      element("Requirements", {}, [element("bt:Sets", { DefaultMinVersion: "1.1" }, sets)]),
      element("Hosts", {}, [host]),
      resources,
    ],
  );
}

/**
 * The manifest as XML text for an origin (see parseOrigin).
 *
 * What the add-in needs of Excel stands in the overrides alone: an Excel that lacks it ignores them and takes the plain part, whose pane
 * says what works there (https://learn.microsoft.com/office/dev/add-ins/develop/specify-office-hosts-and-api-requirements).
 */
export function xmlManifest(addIn: AddIn, origin: string): string {
  const url = (path: string): string => `${origin}/${path}`;
  const root = element(
    "OfficeApp",
    {
      xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
      "xsi:type": "TaskPaneApp",
    },
    [
      element("Id", {}, addIn.id),
      element("Version", {}, addIn.version),
      element("ProviderName", {}, addIn.provider),
      element("DefaultLocale", {}, LOCALES.default),
      setting("DisplayName", addIn.name),
      setting("Description", addIn.description),
      element("IconUrl", { DefaultValue: url(iconPath(32)) }),
      element("HighResolutionIconUrl", { DefaultValue: url(iconPath(64)) }),
      element("SupportUrl", { DefaultValue: url(addIn.paths.about) }),
      element("AppDomains", {}, [element("AppDomain", {}, origin)]),
      element("Hosts", {}, [element("Host", { Name: "Workbook" })]),
      element("Requirements", {}, [
        element("Sets", { DefaultMinVersion: "1.1" }, [element("Set", { Name: "ExcelApi", MinVersion: "1.1" })]),
      ]),
      element("DefaultSettings", {}, [element("SourceLocation", { DefaultValue: url(addIn.paths.pane) })]),
      element("Permissions", {}, "ReadWriteDocument"),
      versionOverrides(addIn, origin),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writtenElement(root, "")}`;
}
