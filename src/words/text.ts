/** The product's two languages. */

export type Language = "zh" | "en";

/** A text in the two languages of the product. Chinese is written first. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
