/** Many blocks of a sheet that one action changes together: RangeAreas (ExcelApi 1.9). */
import type { CellRange } from "../words/grid";
import { rangeAddress } from "../words/range-address";

/** Characters. Excel has refused addresses from some 8,200 on, with no number documented (github.com/OfficeDev/office-js/issues/5198). */
const LONGEST_ADDRESS = 2000;

/** The blocks as a few objects for this one step. Untracked, so that Excel keeps nothing to be released by a further request. */
export function areasAt(sheet: Excel.Worksheet, ranges: readonly CellRange[]): Excel.RangeAreas[] {
  return addressesOf(ranges).map((address) => {
    const areas = sheet.getRanges(address);
    areas.untrack();
    return areas;
  });
}

function addressesOf(ranges: readonly CellRange[]): string[] {
  const addresses: string[] = [];
  for (const address of ranges.map(rangeAddress)) {
    const last = addresses.at(-1);
    if (last === undefined || last.length + 1 + address.length > LONGEST_ADDRESS) addresses.push(address);
    else addresses[addresses.length - 1] = `${last},${address}`;
  }
  return addresses;
}
