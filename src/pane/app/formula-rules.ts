/**
 * What the formulas of the workbook judge by: told whenever the workbook says otherwise, and whenever the draft in use is changed. Formulas
 * can't read a draft themselves; where it is faulty they are told why, so that they don't answer by the edition.
 */
import type { ExcelHost, WorkbookEvent } from "../../excel/host";
import type { HandedRules } from "../../functions/rules-handover";
import { unpackRelease } from "../../policy/pack-release";
import type { Policy } from "../../policy/rule-set";
import type { Text } from "../../words/text";
import type { WorkerClient } from "../worker/client";
import { WorkerLost } from "../worker/refused";
import { Shelf } from "../worker/shelf";
import type { ScoringModel } from "./scoring/scoring-model";
import { sameSetting, type DraftInUse } from "./scoring/pane-settings";
import { sendDraft } from "./send-draft";
import { textOfError, Work } from "./work";

export interface FormulaRulesOptions {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
  readonly scoring: ScoringModel;
  /** Tells the formulas; none where they can't be told, as in WPS. */
  readonly tell: ((handed: HandedRules) => void) | null;
}

/** Milliseconds without another change before the draft is read: nobody's typing waits for it. */
const SETTLE = 300;

export class FormulaRules {
  private readonly work = new Work(() => undefined);
  private stopListening: (() => void) | null = null;
  private stopWatching: (() => Promise<void>) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was in use when it was last looked at; undefined before the settings are read. */
  private draft: DraftInUse | null | undefined = undefined;
  /** What the formulas were told, as a text to compare. */
  private told = "";
  private handed: HandedRules = { kind: "released" };

  constructor(private readonly options: FormulaRulesOptions) {}

  async start(): Promise<void> {
    const { host, scoring } = this.options;
    this.stopListening ??= scoring.subscribe(() => this.follow());
    this.follow();
    this.stopWatching ??= await host.watch((event) => this.hear(event)).catch(() => null);
  }

  /** The rules that formulas judge by, where a draft is among them; null for those in force. */
  get drafted(): Policy | null {
    return this.handed.kind === "draft" ? unpackRelease(this.handed.packed).policy : null;
  }

  private follow(): void {
    const { phase, settings } = this.options.scoring.state;
    if (phase === "starting" || (this.draft !== undefined && sameSetting(this.draft, settings.draft))) return;
    this.draft = settings.draft;
    void this.update();
  }

  private hear(event: WorkbookEvent): void {
    if (this.draft === null || this.draft === undefined) return;
    const changed = event.kind === "sheets" || (event.kind === "cells" && event.sheet === this.draft.id);
    if (!changed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), SETTLE);
  }

  private async update(): Promise<void> {
    const { draft } = this;
    this.work.cancel();
    await this.work.run(async ({ signal }) => {
      const next = draft === null || draft === undefined ? RELEASED : await this.readAgain(draft, signal);
      if (signal.aborted || next.key === this.told) return;
      const before = this.told;
      this.handed = next.handed;
      this.told = next.key;
      this.options.tell?.(next.handed);
      // Cells hold what was worked out when the workbook was saved: by the rules in force where nothing was told.
      if (before !== "" || next.key !== RELEASED.key) await this.options.host.recalculate();
    });
  }

  /** A lost worker is none of the draft's faults: the next question starts another. */
  private async readAgain(draft: DraftInUse, signal: AbortSignal): Promise<Told> {
    try {
      return await this.read(draft, signal);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      return await this.read(draft, signal);
    }
  }

  private async read(draft: DraftInUse, signal: AbortSignal): Promise<Told> {
    const { host, client } = this.options;
    const shelf = new Shelf(client);
    try {
      const sent = await sendDraft(host, shelf, draft, signal);
      const { answer } = await client.ask("draft-rules", { draft: sent }, { signal });
      return { handed: { kind: "draft", packed: answer.packed }, key: `draft ${answer.fingerprint}` };
    } catch (error) {
      if (signal.aborted || error instanceof WorkerLost) throw error;
      const message = textOfError(error) ?? NOT_READ;
      return { handed: { kind: "refused", message }, key: `refused ${message.zh}` };
    } finally {
      shelf.clear();
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.work.dispose();
    this.stopListening?.();
    this.stopWatching?.().catch(() => undefined);
  }
}

interface Told {
  readonly handed: HandedRules;
  readonly key: string;
}

const NOT_READ: Text = {
  zh: "这个工作簿按规则草案评，草案没有读成。请在“规则”里打开草案再试。",
  en: "This workbook is judged by a draft of rules, which could not be read. Open the draft in the view Rules and try again.",
};

const RELEASED: Told = { handed: { kind: "released" }, key: "released" };
