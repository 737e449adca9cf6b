/** Notices when a sheet is edited, grown or deleted while it is being read piece by piece: half old and half new would be scored as one. */
import type { CellRange } from "../words/grid";
import { rangeAddress } from "../words/range-address";
import type { Connection } from "./connection";
import { ExcelTrouble } from "./host";
import { intersect, parseAddress, RANGE_NUMBERS, rangeFrom } from "./places";
import { codeOf, goneTrouble, type Doing } from "./trouble";

/** Excel tells of a change in a message of its own, a moment after the change. */
const EVENT_DELAY_MS = 50;

export class EditGuard {
  private changed: string | null = null;
  private stop: (() => Promise<void>) | null = null;

  private constructor(
    private readonly connection: Connection,
    private readonly sheet: string,
    private readonly range: CellRange,
    readonly name: string,
    private readonly used: string,
  ) {}

  /** Watches `range` of a sheet from now on. @throws ExcelTrouble of kind "sheet-gone" where there is no such sheet */
  static async begin(connection: Connection, sheet: string, range: CellRange): Promise<EditGuard> {
    const { name, used } = await connection.run(OPENING, async ({ step }) => lookAt(sheet, step));
    const guard = new EditGuard(connection, sheet, range, name, used);
    await guard.listen();
    return guard;
  }

  get doing(): Doing {
    return reading(this.name);
  }

  private async listen(): Promise<void> {
    const registered = await this.connection.run(this.doing, ({ step }) =>
      step((context) =>
        context.workbook.worksheets.getItem(this.sheet).onChanged.add((event) => {
          this.note(event);
          return Promise.resolve();
        }),
      ),
    );
    this.stop = async () => {
      registered.remove();
      await registered.context.sync();
    };
  }

  private note({ address, changeType, triggerSource }: Excel.WorksheetChangedEventArgs): void {
    // Excel may tell of what the product wrote just before only now.
    if (triggerSource === "ThisLocalAddin") return;
    const where = parseAddress(address)?.range;
    // Rows or columns that come or go move everything behind them.
    const moves = changeType !== "RangeEdited" && changeType !== "Unknown";
    const touched =
      where === undefined || intersect(where, this.range) !== null || (moves && where.top <= this.range.bottom);
    if (touched) this.changed ??= where ? rangeAddress(where) : address;
  }

  /** @throws ExcelTrouble of kind "sheet-changed" where cells of the range were edited since `begin` */
  check(): void {
    if (this.changed !== null) throw this.trouble(this.changed);
  }

  /** Once all has been read: is the sheet still there, and of the same extent? @throws ExcelTrouble */
  async finish(): Promise<void> {
    const { used } = await this.connection.run(this.doing, async ({ step }) => lookAt(this.sheet, step));
    await this.connection.pace.wait(EVENT_DELAY_MS);
    this.check();
    if (used !== this.used) throw this.trouble(used);
  }

  async end(): Promise<void> {
    try {
      await this.stop?.();
    } catch (error) {
      // A deleted sheet takes its listeners with it.
      if (codeOf(error) === "") throw error;
    }
  }

  private trouble(where: string): ExcelTrouble {
    return new ExcelTrouble("sheet-changed", {
      zh: `读取“${this.name}”的时候，${where} 被改动了，读到的内容前后对不上。改完后请再来一次。`,
      en: `"${this.name}" was changed at ${where} while it was being read, so its parts no longer fit together. Please start again when the editing is done.`,
    });
  }
}

/** Before the name of the sheet is known. */
export const OPENING: Doing = { zh: "读取工作表", en: "reading the sheet" };

export function reading(name: string): Doing {
  return { zh: `读取“${name}”`, en: `reading "${name}"` };
}

type Step = <T>(queue: (context: Excel.RequestContext) => T) => Promise<T>;

async function lookAt(id: string, step: Step): Promise<{ name: string; used: string }> {
  const { sheet, used } = await step((context) => {
    const found = context.workbook.worksheets.getItemOrNullObject(id);
    const cells = found.getUsedRangeOrNullObject(true);
    found.load("name");
    cells.untrack();
    cells.load(RANGE_NUMBERS);
    return { sheet: found, used: cells };
  });
  if (sheet.isNullObject) throw goneTrouble(OPENING);
  return { name: sheet.name, used: used.isNullObject ? "" : rangeAddress(rangeFrom(used)) };
}
