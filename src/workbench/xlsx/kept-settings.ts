/**
 * What our add-in keeps in a workbook (Excel's document settings), in the parts where Excel keeps it: a web extension whose
 * properties are key and JSON text, reached from the package by way of a task pane that stays closed
 * ([MS-OWEXML], 2.1 web extension and 2.2 task panes). Excel hands the settings to the add-in whose id the extension refers to.
 */
import { escapeAttribute } from "../../xlsx/xml/markup";
import { ADD_IN } from "../../manifest/add-in";
import type { LostContents } from "./lost-content";
import type { BesidePart } from "../../xlsx/write/workbook-editor";
import type { PackageParts } from "../../xlsx/container/package-parts";
import { relationshipsOf } from "../../xlsx/workbook-outline";
import { childOf, childrenOf } from "../../xlsx/xml/tree";

export function readSettings(parts: PackageParts, lost: LostContents): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const pane of relationshipsOf(parts, "").filter(({ type }) => type === "webextensiontaskpanes")) {
    if (!parts.has(pane.target)) continue;
    for (const link of relationshipsOf(parts, pane.target).filter(({ type }) => type === "webextension")) {
      if (!parts.has(link.target)) continue;
      const extension = parts.xml(link.target);
      const id = childOf(extension, "reference")?.attributes.id ?? extension.attributes.id ?? "";
      if (plainId(id) !== ADD_IN.id) {
        lost.add("otherAddIns");
        continue;
      }
      for (const { attributes } of childrenOf(childOf(extension, "properties"), "property")) {
        const { name, value } = attributes;
        if (name !== undefined && value !== undefined) settings[name] = value;
      }
    }
  }
  return settings;
}

function plainId(id: string): string {
  return id.replace(/[{}]/g, "").toLowerCase();
}

const EXTENSIONS = "http://schemas.microsoft.com/office/webextensions";

const PANES = "xl/webextensions/taskpanes.xml";

/** The package's own relationship that leads to them; nothing where nothing is kept. */
export function settingsLink(settings: Readonly<Record<string, string>>): string {
  if (Object.keys(settings).length === 0) return "";
  const type = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";
  return `<Relationship Id="rId2" Type="${type}" Target="${PANES}"/>`;
}

/** The parts; none where nothing is kept. */
export function settingsParts(settings: Readonly<Record<string, string>>): readonly BesidePart[] {
  const kept = Object.entries(settings);
  if (kept.length === 0) return [];
  const properties = kept.map(
    ([key, json]) => `<we:property name="${attributeText(key)}" value="${attributeText(json)}"/>`,
  );
  return [
    {
      part: "xl/webextensions/webextension1.xml",
      type: "application/vnd.ms-office.webextension+xml",
      link: null,
      xml:
        `<we:webextension xmlns:we="${EXTENSIONS}/webextension/2010/11" id="{${ADD_IN.id}}">` +
        `<we:reference id="${ADD_IN.id}" version="${ADD_IN.version}" store="developer" storeType="Registry"/>` +
        `<we:alternateReferences/><we:properties>${properties.join("")}</we:properties><we:bindings/>` +
        `<we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`,
    },
    {
      part: PANES,
      type: "application/vnd.ms-office.webextensiontaskpanes+xml",
      link: null,
      xml:
        `<wetp:taskpanes xmlns:wetp="${EXTENSIONS}/taskpanes/2010/11">` +
        `<wetp:taskpane dockstate="right" visibility="0" width="350" row="1">` +
        `<wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>` +
        `</wetp:taskpane></wetp:taskpanes>`,
    },
    {
      part: "xl/webextensions/_rels/taskpanes.xml.rels",
      type: null,
      link: null,
      xml:
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
        `Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension1.xml"/></Relationships>`,
    },
  ];
}

/** Here line breaks are XML's own references: this part does not know the `_x000A_` of sheets. */
function attributeText(text: string): string {
  return escapeAttribute(text.replaceAll("_x", "\u0000")).replace(/_x(0000|0009|000A|000D)_/g, (_, code: string) =>
    code === "0000" ? "_x" : `&#${parseInt(code, 16)};`,
  );
}
