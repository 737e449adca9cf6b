/** How a sheet is printed. Univer prints nothing: it is kept and saved. */
import { parseA1, splitReference } from "../book/a1";
import type { Sheet } from "../book/sheet";
import type { CellRange } from "../../words/grid";
import type { BookPage } from "../../xlsx/book-file";
import { objectOf, positive, text, truth, word } from "./arguments";
import { refuse } from "./excel-error";
import { bind, type ClassTable, type Scalar } from "./member-table";
import { refuseIfProtected } from "./protected";
import { isRangeTarget } from "./range-target";

const INCH = 72;
/** Excel's own set-up of a new sheet. */
export const NEW_PAGE: BookPage = {
  paper: "A4",
  landscape: false,
  margins: {
    left: 0.7 * INCH,
    right: 0.7 * INCH,
    top: 0.75 * INCH,
    bottom: 0.75 * INCH,
    header: 0.3 * INCH,
    footer: 0.3 * INCH,
  },
  fit: null,
  centred: false,
  footer: "",
  breaks: [],
  area: null,
  titleRows: null,
};

const PAPERS = { A3: "A3", A4: "A4", Letter: "letter" } as const;

function pageOf(sheet: Sheet): BookPage {
  return sheet.extras.get("page") ?? NEW_PAGE;
}

function change(sheet: Sheet, to: Partial<BookPage>): void {
  refuseIfProtected(sheet);
  sheet.extras.set("page", { ...pageOf(sheet), ...to });
}

function margin(side: keyof BookPage["margins"]): Scalar<Sheet> {
  return {
    get: (sheet) => pageOf(sheet).margins[side],
    set: (sheet, value) => {
      change(sheet, { margins: { ...pageOf(sheet).margins, [side]: positive(value) } });
    },
  };
}

function pages(zoom: object, name: string): number {
  const value: unknown = Reflect.get(zoom, name);
  return value === undefined || value === null ? 0 : positive(value);
}

const headerFooterTable: ClassTable<Sheet> = {
  name: "HeaderFooter",
  scalars: {
    centerFooter: {
      get: (sheet) => pageOf(sheet).footer,
      set: (sheet, value) => {
        change(sheet, { footer: text(value) });
      },
    },
  },
};

const headersFootersTable: ClassTable<Sheet> = {
  name: "HeaderFooterGroup",
  objects: { defaultForAllPages: (sheet) => bind(headerFooterTable, sheet) },
};

export const pageLayoutTable: ClassTable<Sheet> = {
  name: "PageLayout",
  scalars: {
    orientation: {
      get: (sheet) => (pageOf(sheet).landscape ? "Landscape" : "Portrait"),
      set: (sheet, value) => {
        change(sheet, { landscape: word(value, ["Portrait", "Landscape"]) === "Landscape" });
      },
    },
    paperSize: {
      get: (sheet) => Object.entries(PAPERS).find(([, paper]) => paper === pageOf(sheet).paper)?.[0] ?? "",
      set: (sheet, value) => {
        change(sheet, { paper: PAPERS[word(value, ["A3", "A4", "Letter"])] });
      },
    },
    zoom: {
      get: (sheet) => {
        const { fit } = pageOf(sheet);
        return fit === null
          ? { scale: 100 }
          : { horizontalFitToPages: fit.across || null, verticalFitToPages: fit.down || null };
      },
      set: (sheet, value) => {
        if (typeof value !== "object" || value === null) return refuse("InvalidArgument");
        const [across, down] = [pages(value, "horizontalFitToPages"), pages(value, "verticalFitToPages")];
        change(sheet, { fit: across === 0 && down === 0 ? null : { across, down } });
      },
    },
    centerHorizontally: {
      get: (sheet) => pageOf(sheet).centred,
      set: (sheet, value) => {
        change(sheet, { centred: truth(value) });
      },
    },
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
  },
  objects: { headersFooters: (sheet) => bind(headersFootersTable, sheet) },
  methods: {
    setPrintArea: (sheet, [place]) => {
      change(sheet, { area: rangeOf(place) });
    },
    setPrintTitleRows: (sheet, [place]) => {
      const { top, bottom } = rangeOf(place);
      change(sheet, { titleRows: [top, bottom] });
    },
  },
};

/** A range, or its address. Several areas are not kept. */
function rangeOf(place: unknown): CellRange {
  const range = objectOf(place, isRangeTarget)?.range;
  return (
    range ?? (typeof place === "string" ? parseA1(splitReference(place).address) : null) ?? refuse("InvalidArgument")
  );
}

interface BreakTarget {
  readonly sheet: Sheet;
  readonly row: number;
}

const pageBreakTable: ClassTable<BreakTarget> = {
  name: "PageBreak",
  scalars: { rowIndex: { get: ({ row }) => row } },
  methods: {
    delete: ({ sheet, row }) => {
      change(sheet, { breaks: pageOf(sheet).breaks.filter((one) => one !== row) });
    },
  },
};

export const pageBreaksTable: ClassTable<Sheet> = {
  name: "PageBreakCollection",
  items: (sheet) => pageOf(sheet).breaks.map((row) => bind(pageBreakTable, { sheet, row })),
  methods: {
    add: (sheet, [place]) => {
      const row = rangeOf(place).top;
      if (row === 0) refuse("InvalidArgument");
      const breaks = [...new Set([...pageOf(sheet).breaks, row])].sort((a, b) => a - b);
      change(sheet, { breaks });
      return bind(pageBreakTable, { sheet, row });
    },
    getCount: (sheet) => pageOf(sheet).breaks.length,
    removePageBreaks: (sheet) => {
      change(sheet, { breaks: [] });
    },
  },
};

export const pageTables = [
  pageLayoutTable,
  headersFootersTable,
  headerFooterTable,
  pageBreaksTable,
  pageBreakTable,
] as const;
