/** The pane inside WPS: over its object model, answering the ribbon through the storage that WPS shares between an add-in's pages. */
import "../packed/no-eval";
import packed from "release";
import packedSubsidies from "subsidies";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSubsidies } from "../../riders/pack-subsidies";
import { wpsGlobal } from "../../wps/addin/application";
import { isRibbonApplication, LeftCommands } from "../../wps/addin/ribbon";
import { connectWps, WPS } from "../../wps/host/connect";
import { isWpsApplication } from "../../wps/host/objects";
import { VERSION } from "../packed/program-version";
import { startWorker } from "../worker/start-worker";
import { FRAME } from "./frame-texts";
import { mountPane, type MountedPane } from "./mount";
import { languageOf, obstacleOf, showObstacle, themeOf } from "./page-start";

/** Milliseconds between two looks for a command that a button has left: WPS tells no page of another's. */
const LOOKING = 400;

/** @param book the workbook that the pane belongs to */
function answerRibbon(wps: object, book: { readonly FullName: string } | null, pane: MountedPane): void {
  if (!isRibbonApplication(wps) || book === null) return;
  const left = new LeftCommands(wps.PluginStorage, () => book.FullName);
  const commands: ReadonlyMap<string, () => Promise<void>> = new Map([
    ["scoreActiveSheet", () => pane.scoreNow()],
    ["diagnoseCurrentRow", () => pane.diagnoseNow()],
    ["checkWorkbook", () => pane.checkNow()],
  ]);
  setInterval(() => {
    const command = left.take();
    if (command !== null) void commands.get(command)?.();
  }, LOOKING);
}

async function start(element: Element): Promise<void> {
  const language = languageOf(navigator.language);
  const wps = wpsGlobal();
  if (!isWpsApplication(wps)) {
    showObstacle(element, { kind: "unreachable", text: FRAME.outsideWps }, WPS, language);
    return;
  }
  try {
    const book = wps.ActiveWorkbook;
    const host = connectWps(wps);
    const { enough, missing } = await host.support();
    if (!enough) {
      showObstacle(element, { kind: "old-wps", missing }, WPS, language);
      return;
    }
    const release = unpackRelease(packed);
    const pane = mountPane(element, {
      host,
      language,
      theme: themeOf(undefined),
      release,
      startWorker,
      subsidies: unpackSubsidies(packedSubsidies, release.vocabulary),
      version: VERSION,
      // They ask the workbook themselves, and answer nothing where a draft is in use.
      tellFormulas: null,
    });
    answerRibbon(wps, book, pane);
  } catch (error) {
    showObstacle(element, obstacleOf(error), WPS, language);
  }
}

const element = document.getElementById("root");
if (element !== null) void start(element);
