/** Everything that can be known of the add-in's folder without WPS and without a network. Reads the files, not what wrote them. */
import { JSDOM } from "jsdom";
import type { FunctionRecord } from "../../functions/function-record";
import { ADD_IN } from "../../manifest/add-in";
import type { BuiltFiles } from "../../manifest/built-files";
import { problem } from "../../manifest/manifest-problem";
import { WPS_FILES, WPS_NAME, WPS_TYPE } from "../add-in";
import { elementsOf, notXml, textsOf, type Problems, type Texts } from "./built-texts";
import { checkBundle, checkStyles } from "./check-bundle";
import { wrongFunctions } from "./check-functions";
import { wrongRibbon } from "./check-ribbon";
import { parseWpsAddress } from "./wps-address";

function missing(texts: Texts): Problems {
  return Object.values(WPS_FILES)
    .filter((path) => texts.of(path) === null)
    .map((path) =>
      problem(
        path,
        "少了这个文件。请重新运行 npm run build:wps。",
        "The file is missing. Run npm run build:wps again.",
      ),
    );
}

function wrongManifest(texts: Texts): Problems {
  const xml = texts.of(WPS_FILES.manifest);
  if (xml === null) return [];
  const root = elementsOf(xml)?.documentElement;
  if (root?.tagName !== "JsPlugin") return [notXml(WPS_FILES.manifest)];
  const said = (path: string): string | null => root.querySelector(path)?.textContent ?? null;
  const wanted: readonly (readonly [string, string])[] = [
    ["ApiVersion", "1.0.0"],
    ["Name", WPS_NAME],
    ["Functions > Uri", `/${WPS_FILES.functions}`],
    ["Functions > Namespace", ADD_IN.namespace],
  ];
  return wanted.flatMap(([path, value]) =>
    said(path) === value
      ? []
      : [
          problem(
            `${WPS_FILES.manifest}: ${path}`,
            `写的是“${said(path) ?? ""}”，应是“${value}”。`,
            `It reads "${said(path) ?? ""}" and should read "${value}".`,
          ),
        ],
  );
}

function wrongPages(texts: Texts, files: BuiltFiles): Problems {
  return [WPS_FILES.entry, WPS_FILES.pane, WPS_FILES.publish].flatMap((path) => {
    const html = texts.of(path);
    if (html === null) return [];
    const page = new JSDOM(html).window.document;
    const loaded = [
      ...[...page.querySelectorAll("script")].map((script) => script.getAttribute("src") ?? ""),
      ...[...page.querySelectorAll("link")].map((link) => link.getAttribute("href") ?? ""),
    ];
    return loaded
      .filter((address) => files.read(address) === null)
      .map((address) =>
        problem(
          path,
          `要加载“${address}”，加载项目录里没有这个文件。内网里也要能用，不能引用别处的文件。`,
          `It loads "${address}", which is not in the add-in's folder. It must work on closed networks: nothing may come from elsewhere.`,
        ),
      );
  });
}

function wrongAddresses(texts: Texts): Problems {
  const plugins = texts.of(WPS_FILES.plugins);
  const publish = texts.of(WPS_FILES.publish);
  if (plugins === null || publish === null) return [];
  const listed = elementsOf(plugins)?.querySelector("jsplugins > jspluginonline");
  if (!listed) return [notXml(WPS_FILES.plugins)];
  const said = (name: string): string => listed.getAttribute(name) ?? "";
  const published = new JSDOM(publish).window.document.getElementById("publish")?.dataset.address ?? "";
  const wanted: readonly (readonly [string, string])[] = [
    ["name", WPS_NAME],
    ["type", WPS_TYPE],
    ["version", ADD_IN.version.split(".").slice(0, 3).join(".")],
    ["enable", "enable"],
    ["url", published],
  ];
  const problems = wanted.flatMap(([name, value]) =>
    said(name) === value
      ? []
      : [
          problem(
            `${WPS_FILES.plugins}: ${name}`,
            `写的是“${said(name)}”，应是“${value}”。`,
            `It reads "${said(name)}" and should read "${value}".`,
          ),
        ],
  );
  try {
    if (parseWpsAddress(published) === published) return problems;
  } catch {
    // Said below.
  }
  return [
    ...problems,
    problem(
      WPS_FILES.publish,
      `加载项的地址“${published}”要以斜杠结尾，是放文件的目录。`,
      `The add-in's address "${published}" must be the folder of its files, with a slash at its end.`,
    ),
  ];
}

/** The publish page runs in the user's own browser; all others run in WPS. */
function wrongScripts(texts: Texts, scripts: readonly string[]): Problems {
  return scripts
    .filter((path) => path !== WPS_FILES.publishScript)
    .flatMap((path) => checkBundle(path, texts.of(path) ?? "", path === WPS_FILES.addInScript));
}

/** Style sheets of pages that run in WPS. */
const STYLE_SHEETS = ["page.css"];

const wrongStyles = (texts: Texts): Problems => STYLE_SHEETS.flatMap((path) => checkStyles(path, texts.of(path) ?? ""));

/**
 * What is wrong with the folder; empty where all is well.
 * @param scripts paths of all scripts in it, those of workers too
 */
export function checkAddIn(
  files: BuiltFiles,
  scripts: readonly string[],
  records: readonly FunctionRecord[],
): Problems {
  const texts = textsOf(files);
  return [
    ...missing(texts),
    ...wrongManifest(texts),
    ...wrongRibbon(texts, files),
    ...wrongFunctions(texts, records),
    ...wrongPages(texts, files),
    ...wrongAddresses(texts),
    ...wrongScripts(texts, scripts),
    ...wrongStyles(texts),
  ];
}
