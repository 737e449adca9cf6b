/** Numbers as a sheet or a formula writes them, in the unit of an indicator: 4.1万亿元 is 41000 of an indicator in 亿元. */
import type { Text } from "../words/text";
import { asSheetNumber } from "../engine/facts";
import { isRefusal, readNumberText } from "../sheet/reading/number-text";
import { moneyFactor } from "../sheet/reading/money-units";
import type { Indicator } from "./targets";

/**
 * The number of a cell in the unit of an indicator, NaN for a blank, or why it can't be. `unitCell` is the unit column's text, "" where
 * there is none; a unit behind the number counts more. `note` says what was taken for granted.
 */
export function inUnit(
  cell: string,
  unitCell: string,
  indicator: Indicator,
): { value: number; note: Text | null } | Text {
  if (cell.trim() === "") return { value: NaN, note: null };
  const read = readNumberText(cell);
  const wrong = (zh: string, en: string): Text => ({ zh: `“${cell}”${zh}`, en: `"${cell}" ${en}` });
  if (isRefusal(read)) return wrong(`${read.why.zh}。${read.todo.zh}`, `${read.why.en}. ${read.todo.en}`);
  const written = read.unit === "" ? unitCell.trim() : read.unit;
  if (indicator.unit === "%") {
    if (written === "%" || written === "％") {
      // A cell shown as 35% holds 0.35; a 35 beside the unit % is 35 of a hundred.
      const fraction = read.unit === "" && Math.abs(read.value) <= 1;
      return { value: asSheetNumber(fraction ? read.value : read.value / 100), note: null };
    }
    if (written !== "")
      return wrong(`的单位是${written}，这个指标是百分比`, `is in ${written}, the indicator is a percentage`);
    if (Math.abs(read.value) <= 1) return { value: read.value, note: null };
    return wrong(
      "没有写单位，又大于1，看不出是不是百分数；请在单位栏写 %",
      "has no unit and is above 1: write % in the unit column",
    );
  }
  if (written === "" || written === indicator.unit) {
    const note =
      written === "" && moneyFactor(indicator.unit) !== undefined
        ? {
            zh: `“${cell}”没有写单位，按${indicator.unit}算`,
            en: `"${cell}" has no unit and is taken in ${indicator.unit}`,
          }
        : null;
    return { value: read.value, note };
  }
  const [own, wanted] = [moneyFactor(written), moneyFactor(indicator.unit)];
  if (own !== undefined && wanted !== undefined) {
    return {
      value: asSheetNumber((read.value * own) / wanted),
      note: {
        zh: `${cell}${read.unit === "" ? written : ""}换算成${indicator.unit}`,
        en: `${cell} ${written} converted to ${indicator.unit}`,
      },
    };
  }
  const counts = ["家", "个", "户", "家次", "条", "项", "名", "场"];
  if (counts.includes(written) && counts.includes(indicator.unit)) return { value: read.value, note: null };
  return wrong(
    `的单位是${written}，这个指标的单位是${indicator.unit}，换算不了`,
    `is in ${written}, the indicator in ${indicator.unit}`,
  );
}
