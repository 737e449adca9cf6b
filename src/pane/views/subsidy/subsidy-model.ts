/** What the view 补贴 keeps between looks: the workbook's own settings, and the batch. */
import type { ExcelHost } from "../../../excel/host";
import type { Text } from "../../../words/text";
import {
  NO_SUBSIDY_SETTINGS,
  packSubsidySettings,
  readSubsidySettings,
  SUBSIDY_SETTINGS_KEY,
  type SubsidySettings,
} from "../../../riders/subsidy-settings";
import type { WorkerLike } from "../../scoring/scoring-client";
import { troubles } from "../../scoring/troubles";
import { BatchModel } from "./batch-model";

const DAMAGED: Text = {
  zh: "工作簿里存的补贴设置有一部分看不懂，已按默认的算。再改一次设置就会存成好的。",
  en: "Some of the subsidy settings kept in this workbook can't be read, so the defaults hold. Changing any of them keeps them right again.",
};

export interface SubsidyState {
  readonly settings: SubsidySettings;
  readonly notice: Text | null;
}

export class SubsidyModel {
  state: SubsidyState = { settings: NO_SUBSIDY_SETTINGS, notice: null };
  readonly batch: BatchModel;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly host: ExcelHost,
    startWorker: () => WorkerLike,
  ) {
    this.batch = new BatchModel(host, startWorker);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(changed: Partial<SubsidyState>): void {
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }

  /** Takes up what the workbook keeps. Call it once, when the pane opens. */
  async start(): Promise<void> {
    try {
      const { settings, damaged } = readSubsidySettings(await this.host.readSetting(SUBSIDY_SETTINGS_KEY));
      this.set({ settings, notice: damaged ? DAMAGED : null });
    } catch (error) {
      this.set({ notice: troubles.of(error, null).text });
    }
  }

  /** Keeps changed settings in the workbook; they hold in the pane even where they can't be kept. */
  async change(settings: SubsidySettings): Promise<void> {
    this.set({ settings, notice: null });
    try {
      await this.host.saveSetting(SUBSIDY_SETTINGS_KEY, packSubsidySettings(settings));
    } catch {
      this.set({ notice: troubles.notKept.text });
    }
  }
}
