/** Tables of a sheet as WPS has them. */
import { isRange, XL, type WpsRange, type WpsTable, type WpsTables } from "../../wps/host/objects";
import { freeTableName } from "../book/copy-sheet";
import type { Sheet } from "../book/sheet";
import { makers } from "../executor/classes";
import { refuseIfProtected } from "../executor/protected";
import { RangeTarget } from "../executor/range-target";
import { tableOf } from "../executor/table-parts";
import { refuseOverlap, tidyHeadings } from "../executor/tables";
import { rangeFrom } from "../../wps/host/ranges";
import { Members, type World } from "./world";

/** Excel's own style of a new table. */
const NEW_STYLE = "TableStyleMedium2";

class TableObject implements WpsTable {
  constructor(
    private readonly world: World,
    private readonly sheet: Sheet,
    private readonly id: string,
  ) {}

  private get item() {
    return { book: this.world.book, sheet: this.sheet, id: this.id };
  }
  private get members(): Members {
    return new Members(this.world, makers.table(this.item));
  }

  get Name(): string {
    return tableOf(this.item).name;
  }
  set Name(value: string) {
    this.members.set("name", value);
  }
  get TableStyle(): unknown {
    return tableOf(this.item).style;
  }
  set TableStyle(value: unknown) {
    this.members.set("style", value);
  }
  get ShowAutoFilterDropDown(): boolean {
    return tableOf(this.item).filterButton;
  }
  set ShowAutoFilterDropDown(value: boolean) {
    this.members.set("showFilterButton", value);
  }
  get ShowTableStyleRowStripes(): boolean {
    return tableOf(this.item).bandedRows;
  }
  set ShowTableStyleRowStripes(value: boolean) {
    this.members.set("showBandedRows", value);
  }
  get Range(): WpsRange {
    return this.world.range(this.sheet, tableOf(this.item).range);
  }
  get AutoFilter(): WpsTable["AutoFilter"] {
    const { members } = this;
    return this.world.strict("AutoFilter", {
      FilterMode: Object.keys(tableOf(this.item).filters ?? {}).length > 0,
      ShowAllData: () => {
        members.call("clearFilters");
      },
    });
  }
  Resize(range: object): void {
    if (!isRange(range)) throw new Error("ListObject.Resize takes a range");
    this.members.call("resize", makers.range(new RangeTarget(this.sheet, rangeFrom(range))));
  }
}

export function wpsTables(world: World, sheet: Sheet): WpsTables {
  const { extras } = sheet;
  const table = (id: string): WpsTable => world.strict("ListObject", new TableObject(world, sheet, id));
  return world.strict("ListObjects", {
    get Count() {
      return extras.get("tables").length;
    },
    Item: (index: number | string) => {
      const all = extras.get("tables");
      const found = typeof index === "number" ? all[index - 1] : all.find(({ name }) => name === index);
      if (found === undefined) throw new Error(`there is no table ${index}`);
      return table(found.id);
    },
    Add: (type: number, source: unknown, _link: undefined, headers: number) => {
      if (type !== XL.sourceRange || headers !== XL.yes || !isRange(source))
        throw new Error("the stand-in makes tables of ranges with headings and no others");
      refuseIfProtected(sheet);
      const range = rangeFrom(source);
      refuseOverlap(sheet, range, null);
      tidyHeadings(sheet, range);
      const id = String(world.book.nextId());
      const made = {
        id,
        name: freeTableName(world.book, "Table"),
        range,
        style: NEW_STYLE,
        headers: true,
        totals: false,
        filterButton: true,
        bandedRows: true,
      };
      extras.set("tables", [...extras.get("tables"), made]);
      return table(id);
    },
  });
}
