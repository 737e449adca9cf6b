/** What a sheet has that Univer does not hold. Plain data, replaced as a whole on each change. */
import type { BookChart, BookConditionalFormat, BookFilter, BookNote, BookPage, BookTable } from "../../xlsx/book-file";
import type { Journal } from "./journal";

export interface LiveTable extends BookTable {
  readonly id: string;
  /** Made of headings alone: its one blank row is where the first row will go. */
  readonly toBeFilled?: boolean;
}

export interface AxisLook {
  readonly reversePlotOrder?: boolean;
  readonly visible?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface LiveChart extends BookChart {
  readonly id: string;
  /** Excel's own word for the kind, such as `BarClustered`. */
  readonly chartType: string;
  readonly legendPosition: string;
  readonly titleVisible: boolean;
  readonly axes?: Readonly<Partial<Record<"category" | "value", AxisLook>>>;
}

export interface LiveFormat extends BookConditionalFormat {
  readonly id: string;
}

export interface ExtrasData {
  readonly veryHidden: boolean;
  readonly protected: boolean;
  readonly tables: readonly LiveTable[];
  readonly filter: BookFilter | null;
  readonly page: BookPage | null;
  readonly charts: readonly LiveChart[];
  readonly formats: readonly LiveFormat[];
  /** One a cell at most. */
  readonly notes: readonly BookNote[];
}

export class SheetExtras {
  private data: ExtrasData = {
    veryHidden: false,
    protected: false,
    tables: [],
    filter: null,
    page: null,
    charts: [],
    formats: [],
    notes: [],
  };
  /** Told of every change, undoing included. */
  onChange: (part: keyof ExtrasData) => void = () => undefined;

  constructor(private readonly journal: Journal) {}

  get all(): ExtrasData {
    return this.data;
  }

  get<K extends keyof ExtrasData>(part: K): ExtrasData[K] {
    return this.data[part];
  }

  set<K extends keyof ExtrasData>(part: K, value: ExtrasData[K]): void {
    const before = this.data;
    this.data = { ...before, [part]: value };
    this.journal.record(() => {
      this.data = before;
      this.onChange(part);
    });
    this.onChange(part);
  }
}
