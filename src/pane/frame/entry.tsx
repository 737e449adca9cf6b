/** The pane inside Excel: waits for Office, follows its language and theme, and answers the ribbon. */
import "../packed/no-eval";
import packed from "release";
import packedSubsidies from "subsidies";
import { associateCommands } from "../../excel/commands";
import { connectExcel, EXCEL } from "../../excel/connect";
import { onOfficeTheme, whenOfficeReady } from "../../excel/office-ready";
import type {} from "../../functions/rules-handover";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSubsidies } from "../../riders/pack-subsidies";
import { mountPane } from "./mount";
import { languageOf, obstacleOf, showObstacle, themeOf } from "./page-start";
import { startWorker } from "../worker/start-worker";
import { VERSION } from "../packed/program-version";

async function start(element: Element): Promise<void> {
  let language = languageOf(navigator.language);
  try {
    const office = await whenOfficeReady();
    language = languageOf(office.language);
    const host = connectExcel();
    const { enough, missing } = await host.support();
    if (!enough) {
      showObstacle(element, { kind: "too-old", missing }, EXCEL, language);
      return;
    }
    const release = unpackRelease(packed);
    const pane = mountPane(element, {
      host,
      language,
      theme: themeOf(office.theme?.dark),
      release,
      startWorker,
      subsidies: unpackSubsidies(packedSubsidies, release.vocabulary),
      version: VERSION,
      tellFormulas: (handed) => window.zjtxRules?.(handed),
    });
    onOfficeTheme((colours) => pane.setTheme(themeOf(colours.dark)));
    associateCommands({
      scoreActiveSheet: () => pane.scoreNow(),
      diagnoseCurrentRow: () => pane.diagnoseNow(),
      checkWorkbook: () => pane.checkNow(),
    });
  } catch (error) {
    showObstacle(element, obstacleOf(error), EXCEL, language);
  }
}

const element = document.getElementById("root");
if (element !== null) void start(element);
