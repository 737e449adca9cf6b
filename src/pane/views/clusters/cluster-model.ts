/**
 * The view 集群 without its looks: finds the sheets that clusters can be read from, has a worker hold them against the targets, writes the
 * result sheets. Input sheets are only read; cancelling leaves the workbook as it was.
 */
import type { SeenColumn } from "../../worker/tasks/seen-columns";
import type { ExcelHost, SheetInfo, WorkbookEvent, WrittenSheet } from "../../../excel/host";
import { SHEET_KINDS, type SheetKind } from "../../../clusters/cluster-book";
import { DEFAULT_SET } from "../../../clusters/cluster-run";
import type { Ranking } from "../../../clusters/cluster-sheet";
import type { DocumentStatements, PublishedScope } from "../../../clusters/published";
import type { Text, Language } from "../../../words/text";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { Store } from "../../app/store";
import { textOfError, Work, type UnderWay, type WorkControl } from "../../app/work";
import type { WorkerClient } from "../../worker/client";
import { rowsOf, Shelf } from "../../worker/shelf";
import type { ClusterQuestion, FittingSheet, SetChoice, SheetsTogether } from "../../worker/tasks/clusters";
import type { ClusterPicture } from "../../worker/tasks/cluster-picture";
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
  readonly columns: readonly SeenColumn[];
  /** Rows to be read before anything can be shown, where they are so many that a person should say so first. */
  readonly toRead: number | null;
  /** Cells or sheets have changed since. */
  readonly stale: boolean;
  readonly work: UnderWay | null;
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
  columns: [],
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

export class ClusterModel extends Store<ClusterState> {
  private readonly work = new Work((work) => this.set({ work }));
  private readonly shelf: Shelf;
  private infos: readonly SheetInfo[] = [];
  /** Result sheets written from here. */
  private readonly results = new Set<string>();
  private stopWatching: (() => Promise<void>) | null = null;
  private wanted = 0;

  constructor(
    private readonly host: ExcelHost,
    private readonly client: WorkerClient,
  ) {
    super(NO_CLUSTERS);
    this.shelf = new Shelf(client);
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
    return this.during(async (control) => {
      await this.look(control);
      const { fitting, choices } = this.state;
      if ((fitting ?? []).length === 0) {
        this.set({ picture: null, toRead: null, trouble: { text: NOTHING_FITS, remedy: "sample" } });
        return;
      }
      const rows = this.chosen(choices)
        .filter((id) => !this.shelf.holdsWhole(id))
        .reduce((all, id) => all + this.rows(id), 0);
      if (rows > UNASKED_ROWS) this.set({ picture: null, toRead: rows });
      else await this.workOut(control);
    });
  }

  /** Reads what is chosen, however much it is, and works it out. */
  again(): Promise<void> {
    this.wanted += 1;
    const mine = this.wanted;
    return this.during(async (control) => {
      if (mine === this.wanted) await this.workOut(control);
    });
  }

  async choose(change: Partial<ClusterChoices>, paneAsOf: string): Promise<void> {
    const choices = { ...this.state.choices, ...change };
    this.set({ choices, asOf: choices.asOf ?? paneAsOf });
    if (this.state.picture !== null || this.state.toRead === null) await this.again();
  }

  /** Writes the result sheets, charts included; the view offers to open them. */
  write(language: Language): Promise<void> {
    return this.during(async (control) => {
      await this.load(control);
      const { signal, stage } = control;
      const question = { ...this.question(), language };
      const { parts } = await this.client.ask("cluster-sheets", question, { signal, progress: stage("working") });
      const written = await this.host.writeResults(parts, { signal, progress: stage("writing") });
      for (const { sheet } of written) this.results.add(sheet);
      this.set({ written });
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
    this.work.cancel();
  }

  dismissTrouble(): void {
    this.set({ trouble: null });
  }

  async show(sheet: string): Promise<void> {
    await this.during(() => this.host.show(sheet));
  }

  override dispose(): void {
    super.dispose();
    this.work.dispose();
    this.shelf.clear();
    void this.stopWatching?.();
  }

  /** One piece of work after the other, its trouble told. */
  private async during(job: (control: WorkControl) => Promise<void>): Promise<void> {
    const ended = await this.work.run(async (control) => {
      this.set({ trouble: null });
      await job(control);
    });
    if (ended.kind === "done") return;
    const text = textOfError(ended.error);
    if (text !== null) this.set({ trouble: { text, remedy: "again" } });
  }

  private async look({ signal, stage }: WorkControl): Promise<void> {
    stage("looking");
    this.stopWatching ??= await this.host.watch((event) => void this.hear(event));
    this.shelf.clear();
    const { sheets, active } = await this.host.look();
    this.infos = sheets;
    const inputs = sheets.filter(isInput);
    for (const { id } of inputs) await this.shelf.sendSheet(this.host, id, PREVIEW_ROWS, { signal });
    const sent = inputs.map(({ id }) => ({ id, key: this.shelf.key(id) }));
    const { answer } = await this.client.ask("cluster-look", { sheets: sent, asOf: this.state.asOf }, { signal });
    const { sheets: fitting, together, sets, published, statements } = answer;
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

  private chosen({ sheets }: ClusterChoices): readonly string[] {
    return SHEET_KINDS.flatMap((kind) => sheets[kind]);
  }

  private rows(id: string): number {
    const sheet = this.infos.find((one) => one.id === id);
    return sheet === undefined ? 0 : rowsOf(sheet);
  }

  /** Sends what the worker does not hold whole yet. */
  private async load(control: WorkControl): Promise<void> {
    if (!this.shelf.holds) await this.look(control);
    const open = this.chosen(this.state.choices).filter((id) => !this.shelf.holdsWhole(id));
    const sheets = open.flatMap((id) => this.infos.find((one) => one.id === id) ?? []);
    await this.shelf.sendSheets(this.host, sheets, control.signal, control.stage("reading"));
  }

  private question(): ClusterQuestion {
    const { choices, asOf } = this.state;
    const sheets = this.chosen(choices).map((id) => this.shelf.key(id));
    return { sheets, asOf, set: choices.set, ranking: choices.ranking };
  }

  private async workOut(control: WorkControl): Promise<void> {
    await this.load(control);
    const { signal, stage } = control;
    const { answer } = await this.client.ask("cluster-run", this.question(), { signal, progress: stage("working") });
    const { picture, leftOut, columns } = answer;
    const [enterprise] = this.state.choices.sheets.enterprise;
    const name = this.infos.find(({ id }) => id === enterprise)?.name;
    const trouble: ClusterTrouble | null = !isEmpty(picture)
      ? null
      : { text: name === undefined ? NOTHING_FITS : nothingToRollUp(name), remedy: "sample" };
    this.set({ picture: trouble === null ? picture : null, leftOut, columns, toRead: null, written: [], trouble });
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
