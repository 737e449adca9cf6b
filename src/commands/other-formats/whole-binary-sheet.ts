/**
 * Are the sheets of a binary workbook (.xlsb) whole? Layout: [MS-XLSB] 2.1.4 (records whose type and length are written in groups of
 * seven bits); a sheet's last record is BrtEndSheet.
 */
import { unzipSync } from "fflate";
import { DamagedFile } from "./faults";

const END_SHEET = 130;

/** @throws DamagedFile where a sheet's records are cut; fflate's own error where the zip is */
export function requireWholeBinarySheets(bytes: Uint8Array): void {
  const sheets = unzipSync(bytes, { filter: ({ name }) => /^\/?xl\/worksheets\/[^/]+\.bin$/i.test(name) });
  for (const [name, part] of Object.entries(sheets)) requireWhole(name, part);
}

function requireWhole(name: string, part: Uint8Array): void {
  let at = 0;
  let last = 0;
  const number = (most: number): number => {
    let value = 0;
    for (let group = 0; group < most; group++) {
      const byte = part[at];
      if (byte === undefined) throw new DamagedFile(`${name} is cut`);
      at += 1;
      value += (byte & 0x7f) * 128 ** group;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < part.length) {
    last = number(2);
    const length = number(4);
    at += length;
    if (at > part.length) throw new DamagedFile(`${name} is cut`);
  }
  if (last !== END_SHEET) throw new DamagedFile(`${name} does not end`);
}
