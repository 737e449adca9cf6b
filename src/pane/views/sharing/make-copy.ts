/** Copies that are workbooks of their own: the list in plain formulas, and the lists with names masked. */
import type { ExcelHost, SheetInfo } from "../../../excel/host";
import type { Text, Language } from "../../../words/text";
import type { Purpose } from "../../../policy/rule-set";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { mappingOf, type PaneSettings } from "../../app/pane-settings";
import { sendSheet, sheetBySheet, type SheetMessage } from "../../worker/send-sheet";
import { WorkRefused } from "../../worker/worker-client";
import type { SharingClient } from "./sharing-client";
import type { CopyFile } from "./sharing-messages";
import type { SharingStage } from "./sharing-state";

export interface CopyWork {
  readonly host: ExcelHost;
  readonly client: SharingClient;
  /** The sheet whose list is scored; null where none has been scored or looked at. */
  readonly list: string | null;
  readonly asOf: string;
  readonly purpose: Purpose;
  readonly settings: PaneSettings;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly stage: (stage: SharingStage, done: number, total: number) => void;
}

const NO_LIST: Text = {
  zh: "还不知道要给哪张表做副本。请先点到企业名单所在的表，或者在“评分”里给它打分。",
  en: "It is not clear which list to copy. Go to the sheet with the enterprises, or score it first.",
};

/** @param tiers null takes all tiers */
export async function nativeCopy(work: CopyWork, tiers: readonly string[] | null): Promise<CopyFile> {
  const { list } = await sendLists(work, (sheet, listed) => sheet.id === listed.id);
  const request = { ...commonOf(work, [list]), list: list.id, tiers: tiers === null ? null : [...tiers] };
  return await work.client.copy({ kind: "native", ...request }, work.signal, (done, total) =>
    work.stage("working", done, total),
  );
}

/**
 * Sheets that cannot be seen are not passed on, and named as left out.
 * @param keep headings of columns that stay although nobody recognised them
 */
export async function maskedCopy(work: CopyWork, keep: readonly string[]): Promise<CopyFile> {
  const { list, sent, all } = await sendLists(work, ({ visible }) => visible);
  const file = await work.client.copy(
    { kind: "masked", ...commonOf(work, sent), list: list.id, keep: [...keep] },
    work.signal,
    (done, total) => work.stage("working", done, total),
  );
  const hidden = all.filter(({ visible }) => !visible).map(({ name }) => name);
  return { ...file, leftOut: [...file.leftOut, ...hidden] };
}

function commonOf({ asOf, purpose, settings, language }: CopyWork, sheets: readonly SheetInfo[]) {
  const mappings = sheets.flatMap((sheet) => {
    const mapping = mappingOf(settings, sheet);
    return mapping === undefined ? [] : [{ sheet: sheet.id, mapping }];
  });
  return { asOf, purpose, place: settings.place, mappings, language };
}

interface SentLists {
  readonly list: SheetInfo;
  readonly sent: readonly SheetInfo[];
  /** The workbook's sheets that are not our own results and hold anything. */
  readonly all: readonly SheetInfo[];
}

async function sendLists(
  { host, client, list, signal, stage }: CopyWork,
  wanted: (sheet: SheetInfo, list: SheetInfo) => boolean,
): Promise<SentLists> {
  stage("looking", 0, 0);
  const { sheets, active } = await host.look();
  const all = sheets.filter(({ name, used }) => used !== null && !isResultSheet(name));
  const listed = all.find(({ id }) => id === list) ?? all.find(({ id }) => id === active);
  if (listed === undefined) throw new WorkRefused(NO_LIST);
  client.send({ kind: "clear" });
  const sent = all.filter((sheet) => sheet.id === listed.id || wanted(sheet, listed));
  const send = (message: SheetMessage): void => client.send(message);
  await sheetBySheet(
    sent,
    (done, total) => stage("reading", done, total),
    async (sheet, progress) => {
      await sendSheet({ host, sheet, most: Infinity, send, signal, progress });
    },
  );
  return { list: listed, sent, all };
}
