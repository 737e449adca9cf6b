/**
 * The view 集群 without its looks: finds the sheets that clusters can be read from, has a worker hold them against the targets, writes the
 * result sheets. Input sheets are only read; cancelling leaves the workbook as it was.
 */
import {
  CANCELLED,
  ExcelTrouble,
  type ExcelHost,
  type SheetInfo,
  type WorkbookEvent,
  type WrittenSheet,
} from "../../../excel/host";
import { SHEET_KINDS, type SheetKind } from "../../../clusters/cluster-book";
import { DEFAULT_SET } from "../../../clusters/cluster-run";
import type { Ranking } from "../../../clusters/cluster-sheet";
import type { DocumentStatements, PublishedScope } from "../../../clusters/published";
import type { Text, Language } from "../../../words/text";
import type { WorkerLike } from "../../scoring/scoring-client";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { troubles } from "../../scoring/troubles";
import { rowsOf, sendSheet, sheetBySheet, type SheetMessage } from "../../worker/send-sheet";
import { OneAtATime } from "../../worker/one-at-a-time";
import { WorkRefused } from "../../worker/worker-client";
import { ClusterClient } from "./cluster-client";
import type { ClusterQuestion, FittingSheet, SetChoice, SheetsTogether } from "./cluster-messages";
import type { ClusterPicture } from "./cluster-picture";
import { clusterSample } from "./cluster-sample";

export interface ClusterChoices {
  /** The document whose targets are used; null for every document. */
  readonly set: string | null;
  /** The sheets used for each kind: none, one, or several that make one list. */
  readonly sheets: Readonly<Record<SheetKind, readonly string[]>>;
  readonly ranking: Ranking;
  /** The day of judgement chosen here; null follows the pane's. */
  readonly asOf: string | null;
}

export interface ClusterWork {
  readonly stage: "looking" | "reading" | "working" | "writing";
  readonly done: number;
  readonly total: number;
  readonly cancelling: boolean;
}

export interface ClusterTrouble {
  readonly text: Text;
  /** The one button that helps. */
  readonly remedy: "sample" | "again" | null;
}

export interface ClusterState {
  readonly sets: readonly SetChoice[];
  /** The published figures of the release. */
  readonly published: readonly PublishedScope[];
  /** What its documents say without a figure. */
  readonly statements: readonly DocumentStatements[];
  /** Sheets that fit, in the order of the workbook; null before the first look. */
  readonly fitting: readonly FittingSheet[] | null;
  readonly together: readonly SheetsTogether[];
  readonly choices: ClusterChoices;
  /** The day of judgement, ISO. */
  readonly asOf: string;
  readonly picture: ClusterPicture | null;
  /** What of several sheets was not read, and why. */
  readonly leftOut: readonly Text[];
  /** Rows to be read before anything can be shown, where they are so many that a person should say so first. */
  readonly toRead: number | null;
  /** Cells or sheets have changed since. */
  readonly stale: boolean;
  readonly work: ClusterWork | null;
  readonly written: readonly WrittenSheet[];
  readonly trouble: ClusterTrouble | null;
}

const NO_SHEETS: ClusterChoices["sheets"] = { enterprise: [], cluster: [], indicator: [], district: [] };

export const NO_CLUSTERS: ClusterState = {
  sets: [],
  published: [],
  statements: [],
  fitting: null,
  together: [],
  choices: { set: DEFAULT_SET, sheets: NO_SHEETS, ranking: "revenue", asOf: null },
  asOf: "",
  picture: null,
  leftOut: [],
  toRead: null,
  stale: false,
  work: null,
  written: [],
  trouble: null,
};

/** Rows read to see what a sheet holds. */
const PREVIEW_ROWS = 200;
/** Above this many rows, reading them all waits for a person's word. */
const UNASKED_ROWS = 5_000;

export const NOTHING_FITS: Text = {
  zh: "这个工作簿里没有能看的表。要有下面一样：指标和实际值，集群名称，企业名称和所属产业集群（或产业链），区县和产业。可以先加一张示例表看看。",
  en: "No sheet here can be used. One of these is needed: indicators with actuals, names of clusters, enterprises with their cluster or chain, or districts with industries. A sample sheet shows how.",
};

function nothingToRollUp(name: string): Text {
  return {
    zh: `“${name}”里没有写“所属产业集群”或“所属产业链”，没有东西可以汇总。请填上其中一栏，或先加一张示例表看看。`,
    en: `"${name}" names no cluster (所属产业集群) and no chain (所属产业链), so there is nothing to roll up. Fill in one of them, or add a sample sheet to see how.`,
  };
}

function isInput({ visible, used, name }: SheetInfo): boolean {
  return visible && used !== null && !isResultSheet(name);
}

function signature(sheets: readonly SheetInfo[]): string {
  return JSON.stringify(sheets.filter(isInput).map(({ id, name }) => [id, name]));
}

function isEmpty({ board, ranking, rollUps, chains, districts }: ClusterPicture): boolean {
  return board === null && ranking === null && rollUps.length === 0 && chains === null && districts === null;
}

export class ClusterModel {
  state: ClusterState = NO_CLUSTERS;
  private readonly listeners = new Set<() => void>();
  private readonly client: ClusterClient;
  private readonly queue = new OneAtATime();
  /** Sheets the worker holds whole. */
  private readonly loaded = new Set<string>();
  private infos: readonly SheetInfo[] = [];
  /** Result sheets written from here. */
  private readonly results = new Set<string>();
  private stopWatching: (() => Promise<void>) | null = null;
  private wanted = 0;

  constructor(
    private readonly host: ExcelHost,
    startWorker: () => WorkerLike,
  ) {
    this.client = new ClusterClient(startWorker);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(changed: Partial<ClusterState>): void {
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }

  /** The view comes into sight, or the pane's day has changed: what is there is shown at once where it is not too much to read. */
  async open(paneAsOf: string): Promise<void> {
    const asOf = this.state.choices.asOf ?? paneAsOf;
    const moved = asOf !== this.state.asOf;
    this.set({ asOf });
    const { picture, stale, fitting, work } = this.state;
    if (fitting === null || stale || (fitting.length === 0 && work === null)) await this.refresh();
    else if (moved && picture !== null) await this.again();
  }

  /** Looks at the workbook anew and works out what it holds. */
  refresh(): Promise<void> {
    return this.during(async (signal) => {
      await this.look(signal);
      const { fitting, choices } = this.state;
      if ((fitting ?? []).length === 0) {
        this.set({ picture: null, toRead: null, trouble: { text: NOTHING_FITS, remedy: "sample" } });
        return;
      }
      const rows = this.chosen(choices)
        .filter((id) => !this.loaded.has(id))
        .reduce((all, id) => all + this.rows(id), 0);
      if (rows > UNASKED_ROWS) this.set({ picture: null, toRead: rows });
      else await this.work(signal);
    });
  }

  /** Reads what is chosen, however much it is, and works it out. */
  again(): Promise<void> {
    this.wanted += 1;
    const mine = this.wanted;
    return this.during(async (signal) => {
      if (mine === this.wanted) await this.work(signal);
    });
  }

  async choose(change: Partial<ClusterChoices>, paneAsOf: string): Promise<void> {
    const choices = { ...this.state.choices, ...change };
    this.set({ choices, asOf: choices.asOf ?? paneAsOf });
    if (this.state.picture !== null || this.state.toRead === null) await this.again();
  }

  /** Writes the result sheets, charts included, and brings the first into view. */
  write(language: Language): Promise<void> {
    return this.during(async (signal) => {
      await this.load(signal);
      const sheets = await this.client.sheets(this.question(), language, signal);
      const progress = (done: number, total: number): void => this.stage("writing", done, total);
      const written = await this.host.writeResults(sheets, { signal, progress });
      for (const { sheet } of written) this.results.add(sheet);
      this.set({ written });
      const [first] = written;
      if (first !== undefined) await this.host.show(first.sheet);
    });
  }

  /** Adds the sample of indicators beside the sheets that are there, and shows its board. */
  async addSample(language: Language): Promise<void> {
    const { name, rows } = clusterSample(language);
    let added = "";
    await this.during(async () => {
      added = await this.host.addSheet(name, rows);
    });
    if (added === "") return;
    await this.refresh();
    if (this.state.toRead !== null) await this.again();
  }

  cancel(): void {
    const { work } = this.state;
    if (work !== null) this.set({ work: { ...work, cancelling: true } });
    this.queue.cancel();
  }

  dismissTrouble(): void {
    this.set({ trouble: null });
  }

  async show(sheet: string): Promise<void> {
    await this.during(() => this.host.show(sheet));
  }

  dispose(): void {
    this.queue.dispose();
    this.client.end();
    void this.stopWatching?.();
  }

  /** One piece of work after the other, its trouble told. */
  private during(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    return this.queue.run(async (signal) => {
      this.set({ trouble: null });
      try {
        await work(signal);
      } catch (error) {
        this.set({ trouble: this.troubleOf(error) });
      } finally {
        this.set({ work: null });
      }
    });
  }

  private troubleOf(error: unknown): ClusterTrouble {
    if (error instanceof WorkRefused) return { text: error.text, remedy: "again" };
    if (error instanceof ExcelTrouble && error.kind === "cancelled") return { text: CANCELLED, remedy: "again" };
    return { text: troubles.of(error, null).text, remedy: "again" };
  }

  private stage(stage: ClusterWork["stage"], done: number, total: number): void {
    this.set({ work: { stage, done, total, cancelling: this.state.work?.cancelling ?? false } });
  }

  private async look(signal: AbortSignal): Promise<void> {
    this.stage("looking", 0, 0);
    this.stopWatching ??= await this.host.watch((event) => void this.hear(event));
    this.client.end();
    this.loaded.clear();
    const { sheets, active } = await this.host.look();
    this.infos = sheets;
    for (const sheet of sheets.filter(isInput)) await this.read(sheet, PREVIEW_ROWS, signal);
    const seen = await this.client.look(this.state.asOf, signal);
    const { sheets: fitting, together, sets, published, statements } = seen;
    const { choices } = this.state;
    this.set({
      fitting,
      together,
      sets,
      published,
      statements,
      stale: false,
      choices: { ...choices, sheets: best({ fitting, together }, choices.sheets, active) },
    });
  }

  /** Sends a sheet, or its first rows, to the worker. */
  private async read(
    sheet: SheetInfo,
    most: number,
    signal: AbortSignal,
    progress?: (done: number) => void,
  ): Promise<void> {
    const send = (message: SheetMessage): void => this.client.send(message);
    const sending = { host: this.host, sheet, most, send, signal, ...(progress ? { progress } : {}) };
    if (await sendSheet(sending)) this.loaded.add(sheet.id);
  }

  private chosen({ sheets }: ClusterChoices): readonly string[] {
    return SHEET_KINDS.flatMap((kind) => sheets[kind]);
  }

  private rows(id: string): number {
    const sheet = this.infos.find((one) => one.id === id);
    return sheet === undefined ? 0 : rowsOf(sheet);
  }

  /** Sends what the worker does not hold whole yet. */
  private async load(signal: AbortSignal): Promise<void> {
    if (!this.client.holds) await this.look(signal);
    const open = this.chosen(this.state.choices).filter((id) => !this.loaded.has(id));
    const sheets = open.flatMap((id) => this.infos.find((one) => one.id === id) ?? []);
    await sheetBySheet(
      sheets,
      (done, total) => this.stage("reading", done, total),
      (sheet, progress) => this.read(sheet, Infinity, signal, progress),
    );
  }

  private question(): ClusterQuestion {
    const { choices, asOf } = this.state;
    return { sheets: [...this.chosen(choices)], asOf, set: choices.set, ranking: choices.ranking };
  }

  private async work(signal: AbortSignal): Promise<void> {
    await this.load(signal);
    this.stage("working", 0, 0);
    const { picture, leftOut } = await this.client.run(this.question(), signal);
    const [enterprise] = this.state.choices.sheets.enterprise;
    const name = this.infos.find(({ id }) => id === enterprise)?.name;
    const trouble: ClusterTrouble | null = !isEmpty(picture)
      ? null
      : { text: name === undefined ? NOTHING_FITS : nothingToRollUp(name), remedy: "sample" };
    this.set({ picture: trouble === null ? picture : null, leftOut, toRead: null, written: [], trouble });
  }

  private isBusy(): boolean {
    return this.state.work !== null;
  }

  private async hear(event: WorkbookEvent): Promise<void> {
    if (this.state.fitting === null || this.state.stale) return;
    if (event.kind === "cells") {
      if (this.results.has(event.sheet)) return;
      const sheet = this.infos.find(({ id }) => id === event.sheet);
      // A sheet that somebody else has added may hold nothing but results of theirs.
      if (sheet === undefined && event.remote) await this.compareSheets();
      else if (!event.own && (sheet === undefined || isInput(sheet) || sheet.used === null)) this.set({ stale: true });
    } else if (event.kind === "sheets") await this.compareSheets();
  }

  /** Are the sheets that can be read still the same? */
  private async compareSheets(): Promise<void> {
    if (this.isBusy()) return;
    try {
      const { sheets } = await this.host.look();
      if (!this.isBusy() && signature(sheets) !== signature(this.infos)) this.set({ stale: true });
    } catch {
      // Whoever asks next is told what is wrong with the workbook.
    }
  }
}

/** For each kind the sheets chosen before, else those that make one list, else the one in view, else that with most columns recognised. */
function best(
  { fitting, together }: { readonly fitting: readonly FittingSheet[]; readonly together: readonly SheetsTogether[] },
  before: ClusterChoices["sheets"],
  active: string,
): ClusterChoices["sheets"] {
  const pick = (kind: SheetKind): readonly string[] => {
    const own = fitting.filter((sheet) => sheet.kind === kind);
    const chosen = before[kind];
    const joined = together.find((one) => one.kind === kind)?.ids ?? [];
    const [still, ...more] = chosen;
    if (still !== undefined && more.length === 0 && own.some(({ id }) => id === still)) return chosen;
    const inView = own.find(({ id }) => id === active);
    if (joined.length > 0 && (inView === undefined || joined.includes(inView.id))) return joined;
    const most = own.reduce<FittingSheet | null>(
      (top, one) => (top === null || one.columns > top.columns ? one : top),
      null,
    );
    const one = inView ?? most;
    return one === null ? [] : [one.id];
  };
  return {
    enterprise: pick("enterprise"),
    cluster: pick("cluster"),
    indicator: pick("indicator"),
    district: pick("district"),
  };
}
