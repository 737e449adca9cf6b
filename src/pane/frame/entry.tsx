/** The pane inside Excel: waits for Office, follows its language and theme, and answers the ribbon. */
import "../packed/no-eval";
import packed from "release";
import packedSubsidies from "subsidies";
import { createRoot } from "react-dom/client";
import { associateCommands } from "../../excel/commands";
import { connectExcel } from "../../excel/connect";
import { ExcelTrouble } from "../../excel/host";
import { onOfficeTheme, whenOfficeReady, type OfficeColours } from "../../excel/office-ready";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSubsidies } from "../../riders/pack-subsidies";
import type { Language } from "../../words/text";
import { InsteadPage, type Obstacle } from "./instead-page";
import { FRAME } from "./frame-texts";
import { mountPane } from "./mount";
import type { PaneTheme } from "./pane-theme";
import { startWorker } from "../worker/start-worker";
import { VERSION } from "../packed/program-version";

function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Windows' high contrast reaches Excel as a theme of pure black or white; the browser knows it for certain. */
function themeOf(colours: OfficeColours | null): PaneTheme {
  if (window.matchMedia("(forced-colors: active)").matches) return "contrast";
  const dark = colours?.dark ?? window.matchMedia("(prefers-color-scheme: dark)").matches;
  return dark ? "dark" : "light";
}

function show(element: Element, obstacle: Obstacle, language: Language): void {
  createRoot(element).render(
    <InsteadPage
      obstacle={obstacle}
      language={language}
      theme={themeOf(null)}
      onRetry={() => window.location.reload()}
    />,
  );
}

async function start(element: Element): Promise<void> {
  let language = languageOf(navigator.language);
  try {
    const office = await whenOfficeReady();
    language = languageOf(office.language);
    const host = connectExcel();
    const { enough, missing } = await host.support();
    if (!enough) {
      show(element, { kind: "too-old", missing }, language);
      return;
    }
    const release = unpackRelease(packed);
    const pane = mountPane(element, {
      host,
      language,
      theme: themeOf(office.theme),
      release,
      startWorker,
      subsidies: unpackSubsidies(packedSubsidies, release.vocabulary),
      version: VERSION,
    });
    onOfficeTheme((colours) => pane.setTheme(themeOf(colours)));
    associateCommands({
      scoreActiveSheet: () => pane.scoreNow(),
      diagnoseCurrentRow: () => pane.diagnoseNow(),
      checkWorkbook: () => pane.checkNow(),
    });
  } catch (error) {
    if (!(error instanceof ExcelTrouble)) console.error(error);
    show(
      element,
      { kind: "unreachable", text: error instanceof ExcelTrouble ? error.text : FRAME.notStarted },
      language,
    );
  }
}

const element = document.getElementById("root");
if (element !== null) void start(element);
