/**
 * The view 集群 without its looks: finds the sheets that clusters can be read from, has a worker hold them against the targets, writes the
 * result sheets. Input sheets are only read; cancelling leaves the workbook as it was.
 */
import type { ExcelHost, SheetInfo, WorkbookEvent } from "../../../excel/host";
import { SHEET_KINDS, type SheetKind } from "../../../clusters/cluster-book";
import type { Language } from "../../../words/text";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { parseAddress } from "../../../excel/places";
import {
  choiceKey,
  joinedMappings,
  mappingOf,
  NO_SETTINGS,
  sameSetting,
  withMapping,
  type PaneSettings,
} from "../../app/scoring/pane-settings";
import { troubles } from "../../app/scoring/troubles";
import { Store } from "../../app/store";
import { textOfError, Work, type WorkControl } from "../../app/work";
import type { WorkerClient } from "../../worker/client";
import { rowsOf, Shelf } from "../../worker/shelf";
import type {
  ClusterAnswer,
  ClusterQuestion,
  FittingSheet,
  SetMappings,
  SheetsTogether,
} from "../../worker/tasks/clusters";
import type { ClusterPicture } from "../../worker/tasks/cluster-picture";
import {
  COLUMN_NEEDED,
  NO_CLUSTERS,
  NOTHING_FITS,
  nothingToRollUp,
  type ClusterChoices,
  type ClusterState,
  type ClusterTrouble,
  type MappingChange,
  type ReadList,
} from "./cluster-state";
import { clusterSample } from "./cluster-sample";

/** Where the workbook keeps how the columns of its sheets were set; the scoring has them too. */
export interface KeptMappings {
  settingsNow(): Promise<PaneSettings>;
  /** Rejected where they can't be kept: they hold until the pane closes. */
  setMappingOf(key: Pick<SheetInfo, "id" | "name">, mapping: SavedMapping | undefined): Promise<void>;
}

/** Rows read to see what a sheet holds. */
const PREVIEW_ROWS = 200;
/** Above this many rows, reading them all waits for a person's word. */
const UNASKED_ROWS = 5_000;

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
  /** As they were when the sheets were last read. */
  private settings = NO_SETTINGS;
  /** Result sheets written from here. */
  private readonly results = new Set<string>();
  private stopWatching: (() => Promise<void>) | null = null;
  private wanted = 0;

  constructor(
    private readonly host: ExcelHost,
    private readonly client: WorkerClient,
    private readonly kept: KeptMappings,
  ) {
    super(NO_CLUSTERS);
    this.shelf = new Shelf(client);
  }

  /** The view comes into sight, or the pane's day has changed: what is there is shown at once where it is not too much to read. */
  async open(paneAsOf: string): Promise<void> {
    const asOf = this.state.choices.asOf ?? paneAsOf;
    const moved = asOf !== this.state.asOf;
    this.set({ asOf });
    const { lists, stale, fitting, work } = this.state;
    if (fitting === null || stale || (fitting.length === 0 && work === null)) await this.refresh();
    else if (lists.length === 0) return;
    else if (await this.isSetOtherwise()) await this.refresh();
    else if (moved) await this.again();
  }

  /** Looks at the workbook anew and works out what it holds. */
  refresh(): Promise<void> {
    return this.during(async (control) => {
      await this.look(control);
      const { fitting, choices } = this.state;
      if ((fitting ?? []).length === 0) {
        this.set({ picture: null, lists: [], toRead: null, trouble: { text: NOTHING_FITS, remedy: "sample" } });
        return;
      }
      const rows = this.chosen(choices)
        .filter((id) => !this.shelf.holdsWhole(id))
        .reduce((all, id) => all + this.rows(id), 0);
      if (rows > UNASKED_ROWS) this.set({ picture: null, lists: [], toRead: rows });
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

  /** Sets the columns of a list, reads it again at once, and keeps them in the workbook. */
  setMapping({ kind, sheets }: ReadList, change: MappingChange): Promise<void> {
    return this.during(async (control) => {
      await this.load(control);
      const sheet = this.infos.find(({ name }) => name === sheets[0]);
      if (sheet === undefined) return;
      const key = choiceKey(sheet, sheets);
      const mapping = change(mappingOf(this.settings, key));
      const settings = withMapping(this.settings, key, mapping);
      const answer = await this.ask(settings, control);
      if (!answer.lists.some((list) => list.kind === kind && sameSetting(list.sheets, sheets))) {
        this.set({ trouble: { text: COLUMN_NEEDED, remedy: null } });
        return;
      }
      this.settings = settings;
      this.show(answer);
      await this.kept
        .setMappingOf(key, mapping)
        .catch(() => this.set({ trouble: { ...troubles.notKept, remedy: null } }));
    });
  }

  cancel(): void {
    this.work.cancel();
  }

  dismissTrouble(): void {
    this.set({ trouble: null });
  }

  async openSheet(sheet: string): Promise<void> {
    await this.during(() => this.host.show(sheet));
  }

  /** Selects a cell by its address. */
  async showCell(address: string): Promise<void> {
    const place = parseAddress(address);
    const sheet = this.infos.find(({ name }) => name === place?.sheet);
    if (place !== null && sheet !== undefined) await this.during(() => this.host.show(sheet.id, place.range));
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
    this.settings = await this.kept.settingsNow();
    const { sheets, active } = await this.host.look();
    this.infos = sheets;
    const inputs = sheets.filter(isInput);
    for (const { id } of inputs) await this.shelf.sendSheet(this.host, id, PREVIEW_ROWS, { signal });
    const sent = inputs.map(({ id }) => ({ id, key: this.shelf.key(id) }));
    const mappings = this.mappings(this.settings, inputs);
    const { answer } = await this.client.ask(
      "cluster-look",
      { sheets: sent, asOf: this.state.asOf, mappings },
      { signal },
    );
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

  private question(settings = this.settings): ClusterQuestion {
    const { choices, asOf } = this.state;
    const sheets = this.chosen(choices).map((id) => this.shelf.key(id));
    return { sheets, asOf, set: choices.set, ranking: choices.ranking, mappings: this.chosenMappings(settings) };
  }

  /** How the columns of some sheets were set, alone and read as one list. */
  private mappings(settings: PaneSettings, sheets: readonly SheetInfo[]): SetMappings {
    const alone = sheets.flatMap((sheet) => {
      const mapping = mappingOf(settings, sheet);
      return mapping === undefined ? [] : [{ sheets: [sheet.name], mapping }];
    });
    const names = new Set(sheets.map(({ name }) => name));
    return [...alone, ...joinedMappings(settings).filter((joined) => joined.sheets.every((name) => names.has(name)))];
  }

  private chosenMappings(settings: PaneSettings): SetMappings {
    const chosen = this.chosen(this.state.choices);
    return this.mappings(
      settings,
      this.infos.filter(({ id }) => chosen.includes(id)),
    );
  }

  /** Were columns of what is shown set otherwise since, by whomever? */
  private async isSetOtherwise(): Promise<boolean> {
    const now = await this.kept.settingsNow();
    return !sameSetting(this.chosenMappings(now), this.chosenMappings(this.settings));
  }

  private async ask(settings: PaneSettings, { signal, stage }: WorkControl): Promise<ClusterAnswer> {
    const progress = stage("working");
    return (await this.client.ask("cluster-run", this.question(settings), { signal, progress })).answer;
  }

  private async workOut(control: WorkControl): Promise<void> {
    await this.load(control);
    this.show(await this.ask(this.settings, control));
  }

  private show({ picture, leftOut, lists: seen }: ClusterAnswer): void {
    const lists = seen.map((list): ReadList => {
      const sheet = this.infos.find(({ name }) => name === list.sheets[0]);
      const key = sheet === undefined ? undefined : choiceKey(sheet, list.sheets);
      return { ...list, saved: key === undefined ? undefined : mappingOf(this.settings, key) };
    });
    const [enterprise] = this.state.choices.sheets.enterprise;
    const name = this.infos.find(({ id }) => id === enterprise)?.name;
    const trouble: ClusterTrouble | null = !isEmpty(picture)
      ? null
      : { text: name === undefined ? NOTHING_FITS : nothingToRollUp(name), remedy: "sample" };
    this.set({ picture: trouble === null ? picture : null, leftOut, lists, toRead: null, written: [], trouble });
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
    else if (event.kind === "settings" && (await this.isSetOtherwise())) this.set({ stale: true });
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
