/**
 * The one way to Excel: every call of `Excel.run` goes through here, with the workbench's session or, in Excel itself, without one.
 * Nothing is sent but by `step`, which can be repeated: its `queue` makes all its proxies anew.
 */
import { ExcelTrouble } from "./host";
import { REAL_PACE, type Pace } from "./pace";
import { randomId } from "./random-id";
import { asTrouble, isEditing, type Doing } from "./trouble";

export interface Steps {
  /**
   * Queues work, sends it in one request and gives what `queue` returned, its proxies now loaded. While a cell is being edited it waits
   * and asks again a few times. Throws Excel's own error, so that the caller can make a piece smaller and try again.
   */
  readonly step: <T>(queue: (context: Excel.RequestContext) => T) => Promise<T>;
}

/** Excel versions without `delayForCellEdit` refuse at once while a cell is being edited. Most people finish a cell within seconds. */
const EDITING_WAITS = [300, 700, 1500];

export class Connection {
  /** Tells this person's work in the workbook from that of others. */
  readonly owner = randomId();
  /** Ids of the runs that are building sheets. */
  readonly runs = new Set<string>();

  constructor(
    private readonly session?: object,
    readonly pace: Pace = REAL_PACE,
  ) {}

  get onWorkbench(): boolean {
    return this.session !== undefined;
  }

  /** @throws ExcelTrouble where Excel refused; `doing` goes into its text */
  async run<T>(doing: Doing, body: (steps: Steps) => Promise<T>): Promise<T> {
    const options: Excel.RunOptions = {
      ...(this.session === undefined ? {} : { session: this.session }),
      delayForCellEdit: true,
      mergeUndoGroup: true,
    };
    try {
      return await Excel.run(options, (context) => body({ step: (queue) => this.step(context, () => queue(context)) }));
    } catch (error) {
      throw asTrouble(error, doing);
    }
  }

  private async step<T>(context: Excel.RequestContext, queue: () => T): Promise<T> {
    for (const wait of EDITING_WAITS) {
      try {
        const loaded = queue();
        await context.sync();
        return loaded;
      } catch (error) {
        if (error instanceof ExcelTrouble || !isEditing(error)) throw error;
        await this.pace.wait(wait);
      }
    }
    const loaded = queue();
    await context.sync();
    return loaded;
  }
}

/**
 * Does this Excel have the set? On the workbench nobody is there to ask: Microsoft's client loaded by itself makes an `Office` without a
 * context. What the workbench lacks it refuses as an old Excel would.
 */
export function supportsSet(name: string, version: string): boolean {
  const office: Partial<Pick<typeof Office, "context">> = typeof Office === "undefined" ? {} : Office;
  return office.context?.requirements.isSetSupported(name, version) ?? true;
}
