/** The text files of the add-in's folder; the scripts beside them come from the bundler. Facts about WPS's formats: docs/wps.md. */
import type { AddIn } from "../../manifest/add-in";
import { element, writtenElement, type Element } from "../../manifest/xml-element";
import type { FunctionRecord } from "../../functions/function-record";
import { CALLBACKS, controlId, WPS_FILES, WPS_NAME, WPS_TYPE } from "../add-in";
import { wpsFunctionsJson } from "../functions/functions-json";
import { LOCAL_SERVICE } from "../local-service-address";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Version with three parts: WPS names an add-in's folder by it. */
const versionOf = ({ version }: AddIn): string => version.split(".").slice(0, 3).join(".");

/** Tells WPS where the functions' descriptions lie, and their namespace. */
export function wpsManifest(addIn: AddIn): string {
  return (
    DECLARATION +
    writtenElement(
      element("JsPlugin", {}, [
        element("ApiVersion", {}, "1.0.0"),
        element("Name", {}, WPS_NAME),
        element("Description", {}, addIn.shortDescription.zh),
        element("Functions", {}, [
          element("Uri", {}, `/${WPS_FILES.functions}`),
          element("Namespace", {}, addIn.namespace),
        ]),
      ]),
    )
  );
}

const callback = (name: string): string => `${CALLBACKS.object}.${name}`;

/**
 * The ribbon: one tab with the commands of both manifests. It begins with its first element and not with a declaration: WPS's publish
 * service takes any other beginning for a wrong file.
 */
export function ribbonXml(addIn: AddIn): string {
  const buttons: readonly Element[] = addIn.commands.map(({ id, label, tip }) =>
    element("button", {
      id: controlId(id),
      label: label.zh,
      screentip: label.zh,
      supertip: tip.zh,
      size: "large",
      onAction: callback(CALLBACKS.action),
      getImage: callback(CALLBACKS.image),
    }),
  );
  const group = element("group", { id: controlId(addIn.group.id), label: addIn.group.label.zh }, buttons);
  const tab = element("tab", { id: controlId(addIn.tab.id), label: addIn.tab.label.zh }, [group]);
  const ribbon = element("ribbon", { startFromScratch: "false" }, [element("tabs", {}, [tab])]);
  return writtenElement(
    element(
      "customUI",
      { xmlns: "http://schemas.microsoft.com/office/2006/01/customui", onLoad: callback(CALLBACKS.load) },
      [ribbon],
    ),
  );
}

export const functionsJson = (records: readonly FunctionRecord[]): string =>
  `${JSON.stringify(wpsFunctionsJson(records), null, 2)}\n`;

/** The list of add-ins that an administrator's oem.ini names. Loaded from the address at each start, so that an update is one copy. */
export function pluginsXml(addIn: AddIn, address: string): string {
  return (
    DECLARATION +
    writtenElement(
      element("jsplugins", {}, [
        element("jspluginonline", {
          name: WPS_NAME,
          type: WPS_TYPE,
          url: address,
          version: versionOf(addIn),
          enable: "enable",
        }),
      ]),
    )
  );
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function page(title: string, script: string, body: readonly string[], connect: string, style = "page.css"): string {
  const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data: blob:; font-src 'self'; connect-src ${connect}; worker-src 'self'; base-uri 'none'; form-action 'none'`;
  return [
    "<!doctype html>",
    '<html lang="zh-CN">',
    "  <head>",
    '    <meta charset="utf-8" />',
    `    <meta http-equiv="Content-Security-Policy" content="${escaped(policy)}" />`,
    '    <meta name="viewport" content="width=device-width, initial-scale=1" />',
    `    <title>${escaped(title)}</title>`,
    `    <link rel="stylesheet" href="${style}" />`,
    `    <script defer src="${script}"></script>`,
    "  </head>",
    "  <body>",
    ...body.map((line) => `    ${line}`),
    "  </body>",
    "</html>",
    "",
  ].join("\n");
}

/** The page WPS loads at its start: ribbon and functions, nothing to see. */
export const entryPage = (addIn: AddIn): string => page(addIn.name.zh, WPS_FILES.addInScript, [], "'self'");

export const panePage = (addIn: AddIn): string =>
  page(
    addIn.name.zh,
    WPS_FILES.paneScript,
    [
      `<div id="root"><main class="opening"><h1>${escaped(addIn.name.zh)}</h1><p>正在打开…… <span lang="en">Opening …</span></p></main></div>`,
    ],
    "'self'",
  );

/** The page that installs and removes the add-in in personal editions: it asks WPS's service on the reader's own computer. */
export const publishPage = (addIn: AddIn, address: string): string =>
  page(
    `${addIn.name.zh} · 装进 WPS`,
    WPS_FILES.publishScript,
    [
      `<main id="publish" data-address="${escaped(address)}" data-version="${versionOf(addIn)}">`,
      `  <h1>把“${escaped(addIn.name.zh)}”装进 WPS 表格</h1>`,
      `  <p>这一页请在装了 WPS 的电脑上用浏览器打开。装好后要重启 WPS。</p>`,
      "  <noscript>这个页面要用 JavaScript。请在浏览器里允许后刷新。</noscript>",
      "</main>",
    ],
    `'self' ${LOCAL_SERVICE}`,
    WPS_FILES.publishStyle,
  );

/** Text files by path. */
export function addInFiles(
  addIn: AddIn,
  records: readonly FunctionRecord[],
  address: string,
): ReadonlyMap<string, string> {
  return new Map([
    [WPS_FILES.entry, entryPage(addIn)],
    [WPS_FILES.manifest, wpsManifest(addIn)],
    [WPS_FILES.ribbon, ribbonXml(addIn)],
    [WPS_FILES.functions, functionsJson(records)],
    [WPS_FILES.pane, panePage(addIn)],
    [WPS_FILES.publish, publishPage(addIn, address)],
    [WPS_FILES.plugins, pluginsXml(addIn, address)],
  ]);
}
