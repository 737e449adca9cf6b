/** The pane beside the workbench's spreadsheet: works through Microsoft's Excel client on the session of the page around, or over its stand-in for WPS. */
import "../../pane/packed/no-eval";
import packed from "release";
import packedSubsidies from "subsidies";
import { z } from "zod";
import { connectExcel } from "../../excel/connect";
import type {} from "../../functions/rules-handover";
import { NO_DRAFTS } from "../../wps/functions/register-functions";
import { connectWps } from "../../wps/host/connect";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSubsidies } from "../../riders/pack-subsidies";
import { mountPane } from "../../pane/frame/mount";
import { startWorker } from "../../pane/worker/start-worker";
import { VERSION } from "../../pane/packed/program-version";
import { deliverEvents, type EventClient } from "../executor/deliver-events";
import { addNoteClasses, type ClassMaker } from "../executor/note-classes";
import { hostOfAddress, lookOfAddress, onLook } from "./pane-link";

/** The client's global, where handlers are registered and classes made. The object itself is needed, not a copy of what was checked. */
const clientSchema = z.custom<EventClient & ClassMaker>(
  (value) =>
    z
      .object({
        _Internal: z.object({ officeJsEventRegistration: z.object({}).loose() }),
        LibraryBuilder: z.function(),
        BatchApiHelper: z.function(),
      })
      .safeParse(value).success,
);
const excelSchema = z.custom<object>((value) => typeof value === "object" && value !== null);

function start(element: HTMLElement): void {
  const session = window.parent.zjtxSession;
  const look = lookOfAddress(window.location.search);
  document.documentElement.lang = look.language === "zh" ? "zh-CN" : "en";
  if (session === undefined) {
    // Opened by itself, without the page that holds the workbook.
    window.location.replace("workbench.html");
    return;
  }
  const { zjtxWps } = window.parent;
  const inWps = hostOfAddress(window.location.search) === "wps" && zjtxWps !== undefined;
  const client = clientSchema.parse(Reflect.get(window, "OfficeExtension"));
  addNoteClasses(excelSchema.parse(Reflect.get(window, "Excel")), client);
  const stop = deliverEvents(client, session);
  const release = unpackRelease(packed);
  const pane = mountPane(element, {
    host: inWps ? connectWps(zjtxWps) : connectExcel(session),
    ...look,
    release,
    startWorker,
    subsidies: unpackSubsidies(packedSubsidies, release.vocabulary),
    version: VERSION,
    tellFormulas: (handed) =>
      window.parent.zjtxRules?.(inWps && handed.kind !== "released" ? { kind: "refused", message: NO_DRAFTS } : handed),
  });
  onLook(({ language, theme }) => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    pane.setLanguage(language);
    pane.setTheme(theme);
  });
  window.addEventListener("pagehide", () => {
    pane.unmount();
    stop();
  });
}

const root = document.getElementById("root");
if (root) start(root);
