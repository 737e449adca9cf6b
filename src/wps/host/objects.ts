/**
 * The objects of WPS's spreadsheet that the product uses, and no more of each than it uses. `et-jsapi-declare` has them all, most as `any`;
 * test/wps/host/wps-types.test.ts holds these to them. What may be several things, or null for a block of unlike cells, is unknown here.
 */

/** WPS's numbers for words. */
export const XL = {
  visible: -1,
  hidden: 0,
  veryHidden: 2,
  top: -4160,
  center: -4108,
  sourceRange: 1,
  yes: 1,
  textString: 9,
  beginsWith: 2,
  filterValues: 7,
  findFormulas: -4123,
  findPart: 2,
  byRows: 1,
  byColumns: 2,
  next: 1,
  previous: 2,
  landscape: 2,
  portrait: 1,
  paperA4: 9,
  barClustered: 57,
  columnClustered: 51,
  lineMarkers: 65,
  radarMarkers: 81,
  categoryAxis: 1,
  continuous: 1,
  edgeLeft: 7,
  edgeTop: 8,
  edgeBottom: 9,
  edgeRight: 10,
  insideVertical: 11,
  insideHorizontal: 12,
} as const;

export interface WpsCount {
  readonly Count: number;
}

export interface WpsFont {
  Name: unknown;
  Bold: unknown;
  Color: unknown;
  Size: unknown;
}

export interface WpsInterior {
  Color: unknown;
}

export interface WpsFormatCondition {
  readonly Font: WpsFont;
  readonly Interior: WpsInterior;
  StopIfTrue: boolean;
}

export interface WpsFormatConditions extends WpsCount {
  Add(
    type: number,
    operator: undefined,
    formula1: undefined,
    formula2: undefined,
    text: string,
    textOperator: number,
  ): unknown;
  Delete(): void;
}

export interface WpsComment {
  Text(): string;
  Delete(): void;
}

export interface WpsBorder {
  LineStyle: unknown;
}

export interface WpsRange {
  /** In points from the sheet's corner. */
  readonly Left: unknown;
  readonly Top: unknown;
  readonly Width: unknown;
  readonly Height: unknown;
  readonly Row: number;
  readonly Column: number;
  readonly Rows: WpsCount;
  readonly Columns: WpsCount;
  readonly Areas: WpsCount;
  readonly Worksheet: WpsSheet;
  readonly EntireRow: WpsRange;
  readonly EntireColumn: WpsRange;
  readonly MergeArea: WpsRange;
  /** True or false where all cells are alike, anything else where they are not; so of Hidden, Locked and NumberFormat. */
  readonly MergeCells: unknown;
  readonly HasFormula: unknown;
  readonly FormatConditions: WpsFormatConditions;
  readonly Font: WpsFont;
  readonly Interior: WpsInterior;
  /** Null where the cell has none. */
  readonly Comment: WpsComment | null;
  /** Rows of values; of one cell its value. An empty cell is null. */
  Value2: unknown;
  Formula: unknown;
  /** A formula that may spill; newer than Formula. */
  Formula2?: unknown;
  /** Newer WPS alone. */
  readonly HasSpill?: unknown;
  readonly SpillingToRange?: WpsRange;
  NumberFormat: unknown;
  Hidden: unknown;
  Locked: unknown;
  WrapText: unknown;
  HorizontalAlignment: unknown;
  VerticalAlignment: unknown;
  /** Of characters. */
  ColumnWidth: unknown;
  /** In points. */
  RowHeight: unknown;
  Borders(edge: number): WpsBorder;
  Merge(across?: boolean): void;
  Clear(): unknown;
  ClearContents(): unknown;
  Copy(destination: WpsRange): unknown;
  Select(): unknown;
  /** Null where nothing is found. */
  Find(
    what: string,
    after: WpsRange,
    lookIn: number,
    lookAt: number,
    order: number,
    direction: number,
  ): WpsRange | null;
  AutoFilter(field?: number, criteria?: unknown, operator?: number): unknown;
  AddComment(text: string): unknown;
}

export interface WpsTable {
  Name: string;
  TableStyle: unknown;
  ShowAutoFilterDropDown: boolean;
  ShowTableStyleRowStripes: boolean;
  readonly Range: WpsRange;
  readonly AutoFilter: { readonly FilterMode: boolean; ShowAllData(): void } | null;
  /** @param range a WpsRange */
  Resize(range: object): void;
}

export interface WpsTables extends WpsCount {
  Item(index: number | string): WpsTable;
  Add(type: number, source: unknown, link: undefined, headers: number): WpsTable;
}

export interface WpsPageSetup {
  Orientation: number;
  PaperSize: number;
  Zoom: unknown;
  FitToPagesWide: unknown;
  FitToPagesTall: unknown;
  LeftMargin: number;
  RightMargin: number;
  TopMargin: number;
  BottomMargin: number;
  CenterFooter: string;
  CenterHorizontally: boolean;
  PrintTitleRows: string;
  PrintArea: string;
}

export interface WpsSeries {
  Name: string;
  Values: unknown;
  XValues: unknown;
}

export interface WpsChart {
  ChartType: number;
  HasTitle: boolean;
  HasLegend: boolean;
  readonly ChartTitle: { Text: string };
  SeriesCollection(): unknown;
  Axes(type: number): unknown;
}

export interface WpsChartObject {
  Name: string;
  Left: number;
  Top: number;
  Width: number;
  Height: number;
  readonly Chart: WpsChart;
  Delete(): unknown;
}

export interface WpsChartObjects extends WpsCount {
  Item(index: number | string): WpsChartObject;
  Add(left: number, top: number, width: number, height: number): WpsChartObject;
}

export interface WpsSheet {
  Name: string;
  /** Stays when the sheet is renamed; "" in builds without it. */
  readonly CodeName: string;
  Visible: number;
  readonly ProtectContents: boolean;
  readonly UsedRange: WpsRange;
  readonly ListObjects: WpsTables;
  readonly PageSetup: WpsPageSetup;
  readonly HPageBreaks: { Add(before: object): unknown };
  /** The collection where no index is given. */
  ChartObjects(): unknown;
  Range(address: string): WpsRange;
  Activate(): void;
  Delete(): void;
  /** @param after a WpsSheet */
  Copy(before: undefined, after: object): void;
}

export interface WpsSheets extends WpsCount {
  Item(index: number | string): unknown;
  Add(before: undefined, after: object): unknown;
}

export interface WpsName {
  Name: string;
  RefersTo: unknown;
  Delete(): void;
}

export interface WpsNames extends WpsCount {
  Item(index: number | string): WpsName;
  Add(name: string, refersTo: string): unknown;
}

export interface WpsXmlPart {
  readonly XML: string;
  Delete(): void;
}

export interface WpsXmlParts extends WpsCount {
  Item(index: number): WpsXmlPart;
  Add(xml: string): unknown;
  SelectByNamespace(uri: string): WpsXmlParts;
}

export interface WpsWorkbook {
  readonly Name: string;
  readonly FullName: string;
  readonly ReadOnly: boolean;
  readonly ProtectStructure: boolean;
  readonly ActiveSheet: unknown;
  readonly Worksheets: WpsSheets;
  readonly Names: WpsNames;
  readonly CustomXMLParts: WpsXmlParts;
}

export interface WpsWindow {
  FreezePanes: boolean;
  SplitRow: number;
  SplitColumn: number;
  DisplayGridlines: boolean;
}

export interface WpsEvents {
  AddApiEventListener(name: string, listener: (...told: readonly unknown[]) => void): void;
  RemoveApiEventListener(name: string, listener: (...told: readonly unknown[]) => void): void;
}

export interface WpsApplication {
  readonly Build: unknown;
  readonly Version: string;
  readonly ActiveWorkbook: WpsWorkbook | null;
  readonly ActiveWindow: WpsWindow | null;
  readonly Selection: unknown;
  readonly ApiEvent: WpsEvents;
  /** False while a cell is being edited or a dialog is open. */
  readonly Ready: boolean;
  ScreenUpdating: boolean;
  DisplayAlerts: boolean;
  EnableEvents: boolean;
  CalculateFull(): void;
}

const has = (found: unknown, ...members: readonly string[]): found is object =>
  typeof found === "object" && found !== null && members.every((member) => member in found);

export function isChartObjects(found: unknown): found is WpsChartObjects {
  return has(found, "Add", "Item", "Count");
}

export function isSeriesCollection(found: unknown): found is { NewSeries(): WpsSeries } {
  return has(found, "NewSeries");
}

export function isAxis(found: unknown): found is { ReversePlotOrder: boolean } {
  return has(found, "ReversePlotOrder");
}

/** Sheets come as one thing or another in WPS's types: a chart sheet is none of ours. */
export function isSheet(found: unknown): found is WpsSheet {
  return has(found, "UsedRange", "CodeName", "Visible");
}

/** A selection may be a picture or a chart. */
export function isRange(found: unknown): found is WpsRange {
  return has(found, "Value2", "Row", "Worksheet");
}

export function isFormatCondition(found: unknown): found is WpsFormatCondition {
  return has(found, "StopIfTrue", "Interior", "Font");
}

export function isWpsApplication(found: unknown): found is WpsApplication {
  return has(found, "ActiveWorkbook", "ApiEvent", "ScreenUpdating");
}
