/**
 * The settings kept in the workbook, where several people may change them: each change is written over what is there now, not over what
 * was there when the pane was opened, and changes of others are taken over.
 */
import type { ExcelHost } from "../../../excel/host";
import { SETTINGS_KEY } from "../../../functions/rules-handover";
import { mergeSettings, NO_SETTINGS, readSettings, sameSetting, type PaneSettings } from "./pane-settings";

export class SettingsDesk {
  private ours = NO_SETTINGS;
  /** As they were in the workbook when they were last read or written. */
  private base = NO_SETTINGS;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: ExcelHost,
    /** Told of settings that somebody else has changed. */
    private readonly onOthers: () => void,
  ) {}

  get current(): PaneSettings {
    return this.ours;
  }

  /** Reads them for the first time. */
  async open(): Promise<{ readonly damaged: boolean; readonly fresh: boolean }> {
    const { settings, damaged, fresh } = readSettings(await this.host.readSetting(SETTINGS_KEY));
    this.ours = settings;
    this.base = settings;
    return { damaged, fresh };
  }

  /** The change holds at once; the promise is for the workbook. Settings that can't be kept hold until the pane closes. */
  keep(change: (settings: PaneSettings) => PaneSettings): Promise<void> {
    this.ours = change(this.ours);
    return this.inTurn(async () => {
      this.base = await this.host.changeSetting(SETTINGS_KEY, (kept) => {
        this.take(kept);
        return this.ours;
      });
    });
  }

  /** Takes over what others have changed. */
  refresh(): Promise<void> {
    return this.inTurn(async () => this.take(await this.host.readSetting(SETTINGS_KEY)));
  }

  private take(kept: unknown): void {
    const { settings, damaged, fresh } = readSettings(kept);
    // Settings that were removed or spoilt are nobody's choice.
    if (damaged || fresh) return;
    const merged = mergeSettings(this.base, this.ours, settings);
    const changed = !sameSetting(merged, this.ours);
    this.base = settings;
    this.ours = merged;
    if (changed) this.onOthers();
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.queue.then(work);
    this.queue = next.catch(() => undefined);
    return next;
  }
}
