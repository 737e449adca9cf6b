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
import { Store } from "../../app/store";
import { textOfError } from "../../app/work";
import type { WorkerClient } from "../../worker/client";
import { troubles } from "../../app/scoring/troubles";
import { BatchModel } from "./batch-model";

const DAMAGED: Text = {
  zh: "工作簿里存的补贴设置有一部分看不懂，已按默认的算。再改一次设置就会存成好的。",
  en: "Some of the subsidy settings kept in this workbook can't be read, so the defaults hold. Changing any of them keeps them right again.",
};

export interface SubsidyState {
  readonly settings: SubsidySettings;
  readonly notice: Text | null;
}

export class SubsidyModel extends Store<SubsidyState> {
  readonly batch: BatchModel;

  constructor(
    private readonly host: ExcelHost,
    client: WorkerClient,
  ) {
    super({ settings: NO_SUBSIDY_SETTINGS, notice: null });
    this.batch = new BatchModel(host, client);
  }

  override dispose(): void {
    super.dispose();
    this.batch.dispose();
  }

  /** Takes up what the workbook keeps. Call it once, when the pane opens. */
  async start(): Promise<void> {
    try {
      const { settings, damaged } = readSubsidySettings(await this.host.readSetting(SUBSIDY_SETTINGS_KEY));
      this.set({ settings, notice: damaged ? DAMAGED : null });
    } catch (error) {
      this.set({ notice: textOfError(error) });
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
