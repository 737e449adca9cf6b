/** How a sheet of the stand-in is printed. */
import { XL, type WpsPageSetup } from "../../wps/host/objects";
import type { Sheet } from "../book/sheet";
import { makers } from "../executor/classes";
import { Members, type World } from "./world";

type Fit = "across" | "down";

/** WPS has a zoom or numbers of pages; the executor one property for both. */
class PageObject implements WpsPageSetup {
  private readonly layout: Members;
  private readonly fit: Record<Fit, number> = { across: 0, down: 0 };

  constructor(
    world: World,
    private readonly sheet: Sheet,
  ) {
    this.layout = new Members(world, makers.worksheet({ book: world.book, sheet })).object("pageLayout");
    const kept = this.page?.fit;
    if (kept) Object.assign(this.fit, kept);
  }

  private get page() {
    return this.sheet.extras.get("page");
  }
  private margin(side: "left" | "right" | "top" | "bottom"): number {
    return Number(this.layout.get(`${side}Margin`));
  }
  private setFit(side: Fit, pages: unknown): void {
    this.fit[side] = typeof pages === "number" ? pages : 0;
    this.layout.set("zoom", {
      horizontalFitToPages: this.fit.across || null,
      verticalFitToPages: this.fit.down || null,
    });
  }

  get Orientation(): number {
    return this.page?.landscape === true ? XL.landscape : XL.portrait;
  }
  set Orientation(value: number) {
    this.layout.set("orientation", value === XL.landscape ? "Landscape" : "Portrait");
  }
  get PaperSize(): number {
    return XL.paperA4;
  }
  set PaperSize(value: number) {
    if (value !== XL.paperA4) throw new Error("the stand-in prints on A4 alone");
    this.layout.set("paperSize", "A4");
  }
  get Zoom(): unknown {
    return this.page?.fit ? false : 100;
  }
  set Zoom(value: unknown) {
    if (value !== false) throw new Error("the stand-in fits to pages and does not zoom");
  }
  get FitToPagesWide(): unknown {
    return this.fit.across || false;
  }
  set FitToPagesWide(pages: unknown) {
    this.setFit("across", pages);
  }
  get FitToPagesTall(): unknown {
    return this.fit.down || false;
  }
  set FitToPagesTall(pages: unknown) {
    this.setFit("down", pages);
  }
  get LeftMargin(): number {
    return this.margin("left");
  }
  set LeftMargin(value: number) {
    this.layout.set("leftMargin", value);
  }
  get RightMargin(): number {
    return this.margin("right");
  }
  set RightMargin(value: number) {
    this.layout.set("rightMargin", value);
  }
  get TopMargin(): number {
    return this.margin("top");
  }
  set TopMargin(value: number) {
    this.layout.set("topMargin", value);
  }
  get BottomMargin(): number {
    return this.margin("bottom");
  }
  set BottomMargin(value: number) {
    this.layout.set("bottomMargin", value);
  }
  get CenterFooter(): string {
    return this.page?.footer ?? "";
  }
  set CenterFooter(value: string) {
    this.layout.object("headersFooters").object("defaultForAllPages").set("centerFooter", value);
  }
  get CenterHorizontally(): boolean {
    return this.page?.centred ?? false;
  }
  set CenterHorizontally(value: boolean) {
    this.layout.set("centerHorizontally", value);
  }
  get PrintTitleRows(): string {
    const rows = this.page?.titleRows;
    return rows ? `$${rows[0] + 1}:$${rows[1] + 1}` : "";
  }
  set PrintTitleRows(value: string) {
    this.layout.call("setPrintTitleRows", value);
  }
  get PrintArea(): string {
    return this.page?.area ? "set" : "";
  }
  set PrintArea(value: string) {
    this.layout.call("setPrintArea", value);
  }
}

export function wpsPageSetup(world: World, sheet: Sheet): WpsPageSetup {
  return world.strict<WpsPageSetup>("PageSetup", new PageObject(world, sheet));
}
