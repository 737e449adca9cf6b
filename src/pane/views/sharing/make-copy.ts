/** Copies that are workbooks of their own: the list in plain formulas, and the lists with names masked. */
import type { ExcelHost, SheetInfo } from "../../../excel/host";
import type { Text, Language } from "../../../words/text";
import type { Purpose } from "../../../policy/rule-set";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { mappingOf, type PaneSettings } from "../../app/scoring/pane-settings";
import { sendDraft } from "../../app/send-draft";
import { Shelf } from "../../worker/shelf";
import { Refused } from "../../worker/refused";
import type { WorkerClient } from "../../worker/client";
import type { WorkControl } from "../../app/work";
import type { CopyFile } from "../../worker/tasks/sharing";

export interface CopyWork {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
  /** The sheet whose list is scored; null where none has been scored or looked at. */
  readonly list: string | null;
  readonly asOf: string;
  readonly purpose: Purpose;
  readonly settings: PaneSettings;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly stage: WorkControl["stage"];
}

const NO_LIST: Text = {
  zh: "还不知道要给哪张表做副本。请先点到企业名单所在的表，或者在“评分”里给它打分。",
  en: "It is not clear which list to copy. Go to the sheet with the enterprises, or score it first.",
};

/** @param tiers null takes all tiers */
export async function nativeCopy(work: CopyWork, tiers: readonly string[] | null): Promise<CopyFile> {
  return await withLists(
    work,
    (sheet, listed) => sheet.id === listed.id,
    async ({ list, shelf }) => {
      const { signal, stage } = work;
      const common = await commonOf(work, [list], shelf);
      const question = { ...common, list: shelf.key(list.id), tiers: tiers === null ? null : [...tiers] };
      return (await work.client.ask("copy-native", question, { signal, progress: stage("working") })).answer;
    },
  );
}

/**
 * Sheets that cannot be seen are not passed on, and named as left out.
 * @param keep headings of columns that stay although nobody recognised them
 */
export async function maskedCopy(work: CopyWork, keep: readonly string[]): Promise<CopyFile> {
  return await withLists(
    work,
    ({ visible }) => visible,
    async ({ list, sent, all, shelf }) => {
      const { signal, stage } = work;
      const sheets = sent.map(({ id }) => shelf.key(id));
      const question = { ...(await commonOf(work, sent, shelf)), list: shelf.key(list.id), sheets, keep: [...keep] };
      const { answer } = await work.client.ask("copy-masked", question, { signal, progress: stage("working") });
      const hidden = all.filter(({ visible }) => !visible).map(({ name }) => name);
      return { ...answer, leftOut: [...answer.leftOut, ...hidden] };
    },
  );
}

async function commonOf(
  { host, asOf, purpose, settings, language, signal }: CopyWork,
  sheets: readonly SheetInfo[],
  shelf: Shelf,
) {
  const mappings = sheets.flatMap((sheet) => {
    const mapping = mappingOf(settings, sheet);
    return mapping === undefined ? [] : [{ sheet: shelf.key(sheet.id), mapping }];
  });
  const draft = settings.draft === null ? null : await sendDraft(host, shelf, settings.draft, signal);
  return { asOf, purpose, place: settings.place, mappings, language, draft };
}

interface SentLists {
  readonly list: SheetInfo;
  readonly sent: readonly SheetInfo[];
  /** The workbook's sheets that are not our own results and hold anything. */
  readonly all: readonly SheetInfo[];
  readonly shelf: Shelf;
}

async function withLists(
  { host, client, list, signal, stage }: CopyWork,
  wanted: (sheet: SheetInfo, list: SheetInfo) => boolean,
  copy: (lists: SentLists) => Promise<CopyFile>,
): Promise<CopyFile> {
  stage("looking");
  const { sheets, active } = await host.look();
  const all = sheets.filter(({ name, used }) => used !== null && !isResultSheet(name));
  const listed = all.find(({ id }) => id === list) ?? all.find(({ id }) => id === active);
  if (listed === undefined) throw new Refused(NO_LIST);
  const sent = all.filter((sheet) => sheet.id === listed.id || wanted(sheet, listed));
  const shelf = new Shelf(client);
  try {
    await shelf.sendSheets(host, sent, signal, stage("reading"));
    return await copy({ list: listed, sent, all, shelf });
  } finally {
    shelf.clear();
  }
}
