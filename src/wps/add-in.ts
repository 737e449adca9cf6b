/** What WPS is told of the add-in, made from the one description of it. */
import { ADD_IN, type Command } from "../manifest/add-in";

/** The add-in's name in WPS's own lists: publish.xml, jsplugins.xml and folders take letters and digits alone. */
export const WPS_NAME = "ZJTXScorecard";

/** WPS's word for its spreadsheet. */
export const WPS_TYPE = "et";

/** Files of the add-in's folder, as WPS or a page of ours asks for them. The first four names are WPS's. */
export const WPS_FILES = {
  entry: "index.html",
  manifest: "manifest.xml",
  ribbon: "ribbon.xml",
  functions: "functions.json",
  addInScript: "addin.js",
  pane: "taskpane.html",
  paneScript: "taskpane.js",
  publish: "publish.html",
  publishScript: "publish.js",
  publishStyle: "publish.css",
  plugins: "jsplugins.xml",
} as const;

/** What ribbon.xml calls. `ribbon` is the object that the entry page puts on its window. */
export const CALLBACKS = { object: "ribbon", load: "OnAddinLoad", action: "OnAction", image: "GetImage" } as const;

/** Ids of controls: dots as Excel takes them are not sure to be taken here. */
export const controlId = (id: string): string => id.replaceAll(".", "_");

/** The command of a button; null for a control that is none of ours. */
export function commandOf(control: string): Command | null {
  return ADD_IN.commands.find(({ id }) => controlId(id) === control) ?? null;
}

/** The picture on a button, one of the manifest's icons. */
export const BUTTON_ICON = 32;
