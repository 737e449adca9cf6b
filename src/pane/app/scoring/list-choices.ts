/**
 * What a person has set, and the lists it holds for: date, purpose, place and columns, kept in the workbook where others may change them
 * too. Results that were scored by something else are marked.
 */
import type { ExcelHost, SheetInfo } from "../../../excel/host";
import type { PlaceCode } from "../../../language/places";
import type { Purpose } from "../../../policy/rule-set";
import type { Cell } from "../../../words/grid";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";
import type { Language } from "../../../words/text";
import { choiceKey, mappingOf, sameSetting, withMapping, type DraftInUse, type PaneSettings } from "./pane-settings";
import { ScoredLists } from "./scored-lists";
import { SheetLooks } from "./sheet-looks";
import { ListNavigation } from "./list-navigation";
import type { WorkerClient } from "../../worker/client";
import { SettingsDesk } from "./settings-desk";
import type { Results, ScoredBy } from "./scoring-state";
import { troubles } from "./troubles";

export interface ModelOptions {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
  /** The release's day: the as-of date where a person names none. */
  readonly checked: string;
  /** The sample sheet, from its headings on. */
  readonly sample: (language: Language) => { readonly name: string; readonly rows: readonly (readonly Cell[])[] };
  /** Milliseconds of a clock. */
  readonly now: () => number;
}

export class ListChoices extends ListNavigation {
  protected readonly settings: SettingsDesk;
  protected readonly looks: SheetLooks;
  protected readonly lists: ScoredLists;

  constructor(protected readonly options: ModelOptions) {
    super(options.host, options.now);
    this.settings = new SettingsDesk(options.host, () => this.takeOver());
    this.lists = new ScoredLists({
      host: options.host,
      client: options.client,
      lists: () => this.state.lists,
      change: (lists) => this.show(lists),
      notKept: () => this.set({ trouble: troubles.runNotKept }),
    });
    this.looks = new SheetLooks({
      host: options.host,
      client: options.client,
      state: () => this.state,
      set: (change) => this.set(change),
      announcement: (what, count) => this.announce(what, count),
      asOf: () => this.asOf,
      refreshSettings: () => this.refreshSettings(),
      guarded: (remedy, work) => this.guarded(remedy, work),
    });
  }

  get asOf(): string {
    return this.state.settings.asOf ?? this.options.checked;
  }

  /** Looks at a sheet (the one in view if none is named) and says what its columns hold. */
  look(id?: string): Promise<void> {
    return this.looks.look(id);
  }

  async setMapping(mapping: SavedMapping | undefined): Promise<void> {
    const { sheet, reading } = this.state;
    if (sheet === null) return;
    const key = choiceKey(sheet, reading?.sheets ?? []);
    this.keep((settings) => withMapping(settings, key, mapping));
    this.outdate();
    await this.look(sheet.id);
  }

  /** The settings as they are in the workbook now, for a view that reads sheets by them. */
  async settingsNow(): Promise<PaneSettings> {
    await this.refreshSettings();
    return this.settings.current;
  }

  /**
   * The columns of a sheet, or of several read as one list (see `choiceKey`), as they were set beside another view. They hold at once; it
   * is rejected where the workbook can't keep them.
   */
  async setMappingOf(key: Pick<SheetInfo, "id" | "name">, mapping: SavedMapping | undefined): Promise<void> {
    const kept = this.settings.keep((settings) => withMapping(settings, key, mapping));
    this.takeOver();
    await kept;
  }

  get mapping(): SavedMapping | undefined {
    const { sheet, reading, settings } = this.state;
    return sheet === null ? undefined : mappingOf(settings, choiceKey(sheet, reading?.sheets ?? []));
  }

  async setChoices(asOf: string, purpose: Purpose, place: PlaceCode | null): Promise<void> {
    this.keep((settings) => ({ ...settings, asOf: asOf === this.options.checked ? null : asOf, purpose, place }));
    const { phase, sheet } = this.state;
    this.outdate();
    if (phase === "seen") await this.look(sheet?.id);
  }

  /** From now on the workbook is judged by a draft, or by the rules in force again. */
  setDraft(draft: DraftInUse | null): void {
    this.keep((settings) => ({ ...settings, draft }));
    this.outdate();
  }

  setOnlySelected(onlySelected: boolean): void {
    this.set({ onlySelected });
  }

  /** Reads the sheet looked at alone, or with those that make one list with it. */
  async setOnlyThisSheet(onlyThisSheet: boolean): Promise<void> {
    this.set({ onlyThisSheet, ...(onlyThisSheet ? {} : { onlySelected: false }) });
    await this.look(this.state.sheet?.id);
  }

  /** Settings that can't be kept are no reason to stop: they hold until the pane closes. */
  protected keep(change: (settings: PaneSettings) => PaneSettings): void {
    this.settings.keep(change).catch(() => this.set({ trouble: troubles.notKept }));
    this.set({ settings: this.settings.current, settingsDamaged: false });
  }

  /** Settings that somebody else has changed hold here too, but never from the middle of a run on. */
  protected takeOver(): void {
    const { phase, looking } = this.state;
    const settings = this.settings.current;
    if (phase === "running" || sameSetting(settings, this.state.settings)) return;
    this.set({ settings });
    this.outdate();
    if (phase === "seen" && !looking) this.looks.soon(true);
  }

  /** Where they can't be read, those of before hold. */
  protected async refreshSettings(): Promise<void> {
    await this.settings.refresh().catch(() => undefined);
  }

  /** Marks the results where they were scored by other settings than those of now. */
  protected outdate(): void {
    for (const results of this.state.lists) {
      const { asOf, purpose, place, mapping, draft } = results.by;
      const now = this.scoringBy(results.sheet, results.summary.sheets);
      if (!results.stale && !sameSetting(now, { asOf, purpose, place, mapping, draft }))
        this.lists.put({ ...results, stale: true });
    }
  }

  /** What the results of a sheet depend on beside its cells. */
  protected scoringBy(
    sheet: Pick<SheetInfo, "id" | "name">,
    sheets: readonly string[],
  ): Omit<ScoredBy, "rows" | "language"> {
    const { settings } = this.state;
    const { purpose, place, draft } = settings;
    return { asOf: this.asOf, purpose, place, draft, mapping: mappingOf(settings, choiceKey(sheet, sheets)) };
  }

  /** Shows the results of a list. */
  protected showResults(results: Results): void {
    this.desk.take(results.summary, results.list);
    this.set({ phase: "done", results, looking: false, wroteChanges: null });
    this.outdate();
  }

  /** What has become of the lists; the one that is shown follows. */
  private show(lists: readonly Results[]): void {
    const { results } = this.state;
    const shown = results === null ? null : (lists.find(({ sheet }) => sheet.id === results.sheet.id) ?? results);
    if (shown !== null && shown !== results) this.desk.take(shown.summary, shown.list);
    this.set({ lists, results: shown });
  }
}
