/** Why a workbook can't be read, with the place. Whoever opens the file turns these into what a person is told. */
import type { Text } from "../words/text";

/** The file is cut, inconsistent in itself, or no workbook. What would be read of it is not what was written, so nothing is. */
export class BrokenWorkbook extends Error {
  override name = "BrokenWorkbook";
  constructor(
    /** The part, with the cell where one is known; "" for the file as a whole. */
    readonly place: string,
    readonly reason: Text,
    options?: ErrorOptions,
  ) {
    super(place === "" ? reason.en : `${place}: ${reason.en}`, options);
  }
}

/** More than can be read, with the figure. */
export class WorkbookTooLarge extends Error {
  override name = "WorkbookTooLarge";
  constructor(
    readonly place: string,
    readonly reason: Text,
  ) {
    super(`${place}: ${reason.en}`);
  }
}
