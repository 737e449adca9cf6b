/** Worksheets as WPS has them. */
import { address } from "../../words/grid";
import { rangeOfAddress } from "../../words/range-address";
import {
  isRange,
  isSheet,
  XL,
  type WpsPageSetup,
  type WpsRange,
  type WpsSheet,
  type WpsSheets,
  type WpsTables,
} from "../../wps/host/objects";
import { copySheet } from "../book/copy-sheet";
import type { Sheet } from "../book/sheet";
import { addSheet, deleteSheet, isHidden, renameSheet, setVisibility, visibilityOf } from "../book/sheet-list";
import { makers } from "../executor/classes";
import { refuseBadName, refuseIfBookProtected } from "../executor/sheet-names";
import { wpsCharts } from "./charts";
import { wpsPageSetup } from "./page-setup";
import { activate } from "./select";
import { wpsTables } from "./tables";
import { Members, type World } from "./world";

const VISIBLE = { visible: XL.visible, hidden: XL.hidden, "very-hidden": XL.veryHidden } as const;

class SheetObject implements WpsSheet {
  constructor(
    private readonly world: World,
    private readonly sheet: Sheet,
  ) {}

  get Name(): string {
    return this.sheet.name;
  }
  set Name(name: string) {
    refuseIfBookProtected(this.world.book);
    refuseBadName(this.world.book, name, this.sheet);
    renameSheet(this.world.book, this.sheet, name);
  }
  get CodeName(): string {
    return this.sheet.id;
  }
  get Visible(): number {
    return VISIBLE[visibilityOf(this.sheet)];
  }
  set Visible(value: number) {
    const { book } = this.world;
    refuseIfBookProtected(book);
    const wanted = value === XL.hidden ? "hidden" : value === XL.veryHidden ? "very-hidden" : "visible";
    if (wanted !== "visible") this.leaveView();
    setVisibility(book, this.sheet, wanted);
  }
  /** Another sheet comes into view; one must stay. */
  private leaveView(): void {
    const { book } = this.world;
    if (isHidden(this.sheet)) return;
    const others = book.sheets.filter((one) => one !== this.sheet && !isHidden(one));
    const at = book.sheets.indexOf(this.sheet);
    const next = others.find((one) => book.sheets.indexOf(one) > at) ?? others.at(-1);
    if (next === undefined) throw new Error("a workbook must have a sheet in view");
    if (book.active === this.sheet) activate(book, next);
  }
  get ProtectContents(): boolean {
    return this.sheet.extras.get("protected");
  }
  get UsedRange(): WpsRange {
    return this.world.range(this.sheet, this.sheet.used(false) ?? { top: 0, left: 0, bottom: 0, right: 0 });
  }
  get ListObjects(): WpsTables {
    return wpsTables(this.world, this.sheet);
  }
  get PageSetup(): WpsPageSetup {
    return wpsPageSetup(this.world, this.sheet);
  }
  get HPageBreaks(): WpsSheet["HPageBreaks"] {
    const sheet = new Members(this.world, makers.worksheet({ book: this.world.book, sheet: this.sheet }));
    return this.world.strict("HPageBreaks", {
      Add: (before: object) => {
        if (!isRange(before)) throw new Error("a page breaks before a range");
        sheet.object("horizontalPageBreaks").made("add", address(before.Row - 1, 0));
      },
    });
  }
  ChartObjects(): unknown {
    return wpsCharts(this.world, this.sheet);
  }
  Range(text: string): WpsRange {
    const range = rangeOfAddress(text);
    if (range === null) throw new Error(`the stand-in knows no range ${text}`);
    return this.world.range(this.sheet, range);
  }
  Activate(): void {
    activate(this.world.book, this.sheet);
  }
  Delete(): void {
    const { book } = this.world;
    refuseIfBookProtected(book);
    if (this.world.switches.DisplayAlerts) throw new Error("WPS would ask whether to delete the sheet");
    if (visibilityOf(this.sheet) === "very-hidden") throw new Error("a very hidden sheet can't be deleted");
    this.leaveView();
    // With another sheet in view nothing of it takes its time.
    void deleteSheet(book, this.sheet);
  }
  Copy(_before: undefined, after: object): void {
    const { book } = this.world;
    refuseIfBookProtected(book);
    if (visibilityOf(this.sheet) === "very-hidden") throw new Error("a very hidden sheet can't be copied");
    const place = isSheet(after) ? book.sheets.findIndex(({ id }) => id === after.CodeName) : -1;
    if (place < 0) throw new Error("a copy goes behind a sheet");
    const copy = copySheet(book, this.sheet, place + 1);
    setVisibility(book, copy, visibilityOf(this.sheet));
    if (!isHidden(copy)) activate(book, copy);
  }
}

export function wpsSheet(world: World, sheet: Sheet): WpsSheet {
  return world.strict<WpsSheet>("Worksheet", new SheetObject(world, sheet));
}

export function wpsSheets(world: World): WpsSheets {
  const { book } = world;
  return world.strict<WpsSheets>("Sheets", {
    get Count() {
      return book.sheets.length;
    },
    Item: (index) => {
      const found = typeof index === "number" ? book.sheets[index - 1] : book.sheetNamed(index);
      if (!found) throw new Error(`there is no sheet ${index}`);
      return world.sheet(found);
    },
    Add: (_before, after) => {
      refuseIfBookProtected(book);
      const last = book.sheets.at(-1);
      if (!isSheet(after) || after.CodeName !== last?.id) throw new Error("the stand-in adds sheets at the end alone");
      const sheet = addSheet(book);
      activate(book, sheet);
      return world.sheet(sheet);
    },
  });
}
