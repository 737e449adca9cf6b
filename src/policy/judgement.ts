/** How a sheet is judged: everything that is chosen and not read. */
import type { PlaceCode } from "../language/places";
import type { Purpose } from "./rule-set";

export interface Judgement {
  /** The day of judgement, ISO; it picks the editions in force. */
  readonly asOf: string;
  readonly purpose: Purpose;
  /** False: a general condition without a column is unknown instead of taken as holding. */
  readonly assumeGeneral: boolean;
  /** The place of enterprises of which nothing in the sheet tells one; null or left out for none. */
  readonly place?: PlaceCode | null;
}
