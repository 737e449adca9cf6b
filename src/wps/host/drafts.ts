/**
 * Sheets while they are being built, hidden at the end of the workbook. Their names are kept in it, so that what a run has left behind,
 * because WPS was closed in the middle, goes with the next.
 */
import { z } from "zod";
import { randomId } from "../../excel/random-id";
import { RESULT_PREFIX } from "../../sheet/results/sheet-names";
import type { Doing } from "../../excel/trouble";
import type { WpsConnection } from "./connection";
import { XL, type WpsSheet } from "./objects";
import { remove, tried } from "./put-away";
import { keepSetting, settingIn } from "./settings";

const KEY = "unfinished";
const namesSchema = z.array(z.string()).catch([]);

/** The drafts of one run. */
export class Drafts {
  private readonly id = randomId();
  private readonly made: WpsSheet[] = [];
  private readonly names: string[] = [];

  constructor(
    private readonly connection: WpsConnection,
    private readonly doing: Doing,
  ) {}

  /** Removes what an earlier run has left. */
  begin(): void {
    const left = namesSchema.parse(settingIn(this.connection.workbook, KEY) ?? []);
    if (left.length === 0) return;
    for (const sheet of this.connection.sheets) if (left.includes(sheet.Name)) remove(sheet);
    keepSetting(this.connection.workbook, KEY, null);
  }

  add(): WpsSheet {
    const name = `${RESULT_PREFIX}未写完 ${this.id}-${this.names.length + 1}`;
    this.names.push(name);
    keepSetting(this.connection.workbook, KEY, this.names);
    const sheet = this.connection.addSheet(name, this.doing);
    this.made.push(sheet);
    sheet.Visible = XL.hidden;
    return sheet;
  }

  /** This one has become a sheet of the workbook. */
  release(sheet: WpsSheet): void {
    this.made.splice(this.made.indexOf(sheet), 1);
  }

  /** Somebody may have deleted them by hand. */
  private areThere(): boolean {
    let found = true;
    tried(() => {
      found = this.connection.sheets.some(({ Name }) => this.names.includes(Name));
    });
    return found;
  }

  /** Removes all that were not released. What can't be removed now stays named in the workbook and goes with a later run. */
  end(): void {
    const still = (step: () => void): boolean => tried(() => this.connection.still(step));
    const left = this.made.splice(0).filter((sheet) => !still(() => remove(sheet)));
    if (this.names.length === 0 || (left.length > 0 && this.areThere())) return;
    // A list of sheets that are gone, or that are drafts no more, does no harm.
    still(() => keepSetting(this.connection.workbook, KEY, null));
  }
}
