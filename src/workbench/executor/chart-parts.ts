/** One chart: finding and changing it. */
import type { LiveChart } from "../book/sheet-extras";
import { refuse } from "./excel-error";
import type { ItemTarget } from "./makers";
import { refuseIfProtected } from "./protected";

export function chartOf({ sheet, id }: ItemTarget): LiveChart {
  return sheet.extras.get("charts").find((one) => one.id === id) ?? refuse("ItemNotFound");
}

export function changeChart(target: ItemTarget, to: Partial<LiveChart>): void {
  refuseIfProtected(target.sheet);
  const before = chartOf(target);
  const { extras } = target.sheet;
  extras.set(
    "charts",
    extras.get("charts").map((one) => (one === before ? { ...one, ...to } : one)),
  );
}
