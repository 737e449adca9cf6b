/** Looks at sheets and says in the state what their columns hold: at once when asked, or once things have settled after a change. */
import type { ExcelHost, SheetInfo } from "../../../excel/host";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { joinedMappings, mappingOf } from "./pane-settings";
import type { WorkerClient } from "../../worker/client";
import type { Announcement, Remedy, ScoringState } from "./scoring-state";
import { activeSheet, lookAtSheet } from "./sheet-look";
import { troubles } from "./troubles";

const SETTLE_MS = 400;
const NO_SHEETS: readonly string[] = [];

/** What looks need of the model. */
export interface LookPlace {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
  state(): ScoringState;
  set(change: Partial<ScoringState>): void;
  announcement(what: Announcement["what"], count?: number): Announcement;
  asOf(): string;
  /** Reads the settings anew. */
  refreshSettings(): Promise<void>;
  /** Runs `work`; a failure becomes a trouble with the remedy. */
  guarded(remedy: Remedy | null, work: () => Promise<void>): Promise<boolean>;
}

export class SheetLooks {
  /** Counts looks, so that a slow one never overwrites a newer one. */
  private last = 0;
  private newest: Promise<void> = Promise.resolve();
  private settle: ReturnType<typeof setTimeout> | undefined;
  /** Whether only other people have given cause to look again. */
  private settleQuietly = true;

  constructor(private readonly place: LookPlace) {}

  dispose(): void {
    this.drop();
    clearTimeout(this.settle);
  }

  /** Whatever is being looked at is not wanted any more. */
  drop(): void {
    this.last += 1;
  }

  /**
   * Looks at a sheet, the one in view if none is named. Where a newer look takes its place meanwhile (a sheet was brought into view just
   * before a button was pressed), it is over when that one is: whoever waits goes on with what is seen then.
   */
  async look(id?: string): Promise<void> {
    // What is looked at now is as new as any change before.
    clearTimeout(this.settle);
    let awaited = this.lookNow(id);
    this.newest = awaited;
    await awaited;
    while (this.newest !== awaited) {
      awaited = this.newest;
      await awaited;
    }
  }

  private async lookNow(id: string | undefined): Promise<void> {
    const { place } = this;
    this.last += 1;
    const look = this.last;
    place.set({ looking: true, trouble: null });
    await place.guarded({ kind: "look-again" }, () => this.at(id, look, false));
    if (look === this.last) place.set({ looking: false });
  }

  /**
   * Looks again once things have settled; in the done state only the list of sheets is read again.
   * @param quietly because of somebody else's change: what is shown follows, and nothing is announced, busy or said to be wrong meanwhile
   */
  soon(quietly: boolean): void {
    clearTimeout(this.settle);
    this.settleQuietly &&= quietly;
    this.settle = setTimeout(() => void this.again(), SETTLE_MS);
  }

  private async again(): Promise<void> {
    const quietly = this.settleQuietly;
    const { phase, looking } = this.place.state();
    if (phase === "running") return;
    if (quietly && looking) {
      // What a person has asked for is not dropped for it.
      this.soon(true);
      return;
    }
    this.settleQuietly = true;
    if (phase !== "seen") await this.list(quietly);
    else if (!quietly) await this.look();
    else {
      this.last += 1;
      const look = this.last;
      await this.quietly(() => this.at(undefined, look, true));
    }
  }

  private async list(quietly: boolean): Promise<void> {
    const { place } = this;
    const work = async (): Promise<void> => {
      const workbook = await place.host.look();
      place.set(place.state().phase === "welcome" ? { workbook, sheet: activeSheet(workbook) } : { workbook });
    };
    if (quietly) await this.quietly(work);
    else await place.guarded(null, work);
  }

  /** What can't be seen now is left as it was; whoever asks next is told what is wrong. */
  private async quietly(work: () => Promise<void>): Promise<void> {
    await work().catch(() => undefined);
  }

  private async at(id: string | undefined, look: number, quiet: boolean): Promise<void> {
    const { place } = this;
    await place.refreshSettings();
    const workbook = await place.host.look();
    if (look !== this.last) return;
    const sheet = workbook.sheets.find((one) => one.id === (id ?? workbook.active)) ?? activeSheet(workbook);
    const same = sheet?.id === place.state().sheet?.id;
    place.set({
      workbook,
      sheet,
      phase: "seen",
      ...(same ? {} : { reading: null, failure: null, onlySelected: false, together: NO_SHEETS, onlyThisSheet: false }),
    });
    if (sheet === null) return;
    if (isResultSheet(sheet.name))
      place.set({ reading: null, failure: null, trouble: troubles.resultSheet(workbook, sheet) });
    else if (sheet.used === null)
      place.set({ reading: null, failure: null, trouble: troubles.emptySheet(workbook, sheet) });
    else await this.preview(sheet, look, quiet);
  }

  private async preview(sheet: SheetInfo, look: number, quiet: boolean): Promise<void> {
    const { place } = this;
    const { settings, onlyThisSheet: alone, workbook } = place.state();
    if (workbook === null) return;
    const question = {
      asOf: place.asOf(),
      mapping: mappingOf(settings, sheet),
      joined: joinedMappings(settings),
      alone,
    };
    const seen = await lookAtSheet({ host: place.host, client: place.client, workbook }, sheet, question);
    if (seen === null || look !== this.last) return;
    const { reading, enterprises } = seen;
    const say = (what: Announcement["what"], count?: number): Partial<ScoringState> =>
      quiet ? {} : { announcement: place.announcement(what, count) };
    if (reading.kind === "failure") {
      const remedy: Remedy | null = reading.reason === "empty-sheet" ? null : { kind: "pick-heading" };
      place.set({
        reading: null,
        failure: reading,
        trouble: { text: reading.message, remedy },
        ...say("not-recognised"),
      });
      return;
    }
    // A trouble with the sheet as it was is over; any other stays until it is dismissed.
    const mended = place.state().reading === null ? { trouble: null } : {};
    const several = reading.sheets.length > 1;
    place.set({
      reading,
      failure: null,
      enterprises,
      // What a person has set aside can be taken up again.
      ...(alone ? {} : { together: several ? reading.sheets : NO_SHEETS }),
      ...(several ? { onlySelected: false } : {}),
      ...mended,
      ...say("recognised", enterprises.count),
    });
  }
}
