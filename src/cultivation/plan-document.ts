/** What a growth plan is made of: headed sections of text and tables, before anything is known of the sheet it goes onto. */

export type PlanBlock =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "table";
      /** Widths in twelfths of the page, twelve together. */
      readonly columns: readonly { readonly heading: string; readonly width: number }[];
      /** An empty cell is left blank to be filled in. */
      readonly rows: readonly (readonly (string | number)[])[];
      /** What the chart of the plan draws: the first rows, with the columns of its series. */
      readonly drawn?: PlanChart;
    };

export interface PlanSection {
  readonly heading: string;
  readonly blocks: readonly PlanBlock[];
}

/** A chart of the aspects over the first rows of their table. What is not known is a blank cell, never 0. */
export interface PlanChart {
  readonly title: string;
  readonly rows: number;
  /** Columns of the table, 0-based. */
  readonly categories: number;
  readonly values: readonly number[];
}

/** One gap with what to do about it, for tables over many enterprises. */
export interface PlanTask {
  /** Of the condition, scored item or score. */
  readonly id: string;
  readonly aspect: string;
  readonly text: string;
  readonly actual: string;
  readonly required: string;
  readonly distance: string;
  readonly measures: readonly string[];
  readonly sources: readonly string[];
}
