/** Who a workbook names, gathered before it is masked and looked for afterwards in everything that is to be handed on. */
import type { Grid } from "../../words/grid";

/** Numbers of persons and ways to reach them, wherever they stand. */
const NUMBERS =
  /(?<![0-9A-Za-z])(?:[1-9]\d{16}[0-9Xx]|1[3-9]\d{9}|[0-9A-HJ-NPQRTUWXY]{18}|\d{16,19}|0\d{2,3}-\d{7,8}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)(?![0-9A-Za-z])/g;
const LEGAL_FORM =
  /(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司|公司|集团|厂|\(.*?\)|（.*?）|co\.?,?ltd\.?|inc\.?|ltd\.?)/g;
/** Shorter ones would be found in words that name nobody. */
const SHORTEST_NAME = 3;
const SHORTEST_CORE = 4;
const START = 3;

/** One spelling: half-width, lower case, without blanks and marks, so that a name split by a blank is found too. */
function spelled(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, "");
}

export class Identities {
  /** By their first signs. */
  private readonly known = new Map<string, Set<string>>();
  private readonly starts = new Uint8Array(0x10000);

  /** A name of an enterprise or a person, as it is and without its legal form. */
  addName(name: string): void {
    const whole = spelled(name);
    if (whole.length >= SHORTEST_NAME && /[^\d.]/.test(whole)) this.add(whole);
    const core = whole.replace(LEGAL_FORM, "");
    if (core.length >= SHORTEST_CORE && /\D/.test(core)) this.add(core);
  }

  addCode(code: string): void {
    const whole = spelled(code);
    if (whole.length >= 6) this.add(whole);
  }

  /** Numbers of persons in all cells of a sheet, the hidden ones too. */
  addNumbersOf({ rows }: Grid): void {
    for (const row of rows)
      for (const cell of row) {
        if (typeof cell === "string")
          for (const [number] of cell.normalize("NFKC").matchAll(NUMBERS)) this.add(spelled(number));
        else if (typeof cell === "number" && Number.isInteger(cell) && cell >= 1.3e10 && cell < 2e10)
          this.add(String(cell));
      }
  }

  /** The first identity that stands in a text; null where none does. */
  foundIn(text: string): string | null {
    const where = spelled(text);
    for (let at = 0; at + START <= where.length; at++) {
      if (this.starts[where.charCodeAt(at)] === 0) continue;
      for (const one of this.known.get(where.slice(at, at + START)) ?? []) if (where.startsWith(one, at)) return one;
    }
    return null;
  }

  private add(identity: string): void {
    const start = identity.slice(0, START);
    if (start.length < START) return;
    const known = this.known.get(start) ?? new Set<string>();
    this.known.set(start, known.add(identity));
    this.starts[identity.charCodeAt(0)] = 1;
  }
}

/** Something that is to be handed on still names somebody. */
export class StillNamed extends Error {
  override name = "StillNamed";
  constructor(
    readonly identity: string,
    /** The file's name, or the part or file it stands in. */
    readonly place: string,
  ) {
    super(`${place} holds ${identity}`);
  }
}
