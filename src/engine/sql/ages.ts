/** Time since a day against a line: the day itself against the day on which the line is reached. */
import type { Relation } from "../../language/tree";
import { dateOf, serialOf } from "../../words/calendar";
import { day, NotInSql } from "./dialect";

const FLIPPED = { ">=": "<=", "<=": ">=", ">": "<", "<": ">" } as const;

export function ageVerdict(
  column: string,
  unit: "days" | "years" | "accounting-years",
  relation: Relation,
  line: number,
  { asOf, t }: { readonly asOf: number; readonly t: number },
): string {
  if (relation === "==" || line < 0 || (line === 0 && relation !== ">") || !Number.isInteger(line))
    throw new NotInSql("an age compared with something else than whole years or days");
  switch (unit) {
    case "days":
      return `${column} ${FLIPPED[relation]} ${day(asOf - line)}`;
    case "years": {
      // At least so many years: the anniversary is today or past. At most: it is today or to come.
      return relation === ">=" || relation === "<"
        ? `${column} ${FLIPPED[relation]} ${day(lastWithAnniversaryBy(asOf, line))}`
        : relation === "<="
          ? `${column} > ${day(lastWithAnniversaryBy(asOf - 1, line))}`
          : `${column} <= ${day(lastWithAnniversaryBy(asOf - 1, line))}`;
    }
    case "accounting-years": {
      // As many years lie after a day as after the 1st of January on or behind it.
      const first = (years: number): string => day(known(serialOf(t - years + 1, 1, 1)));
      const reached = `${column} <= ${first(relation === ">=" || relation === "<" ? line : line + 1)}`;
      return relation === ">=" || relation === ">" ? reached : reached.replace("<=", ">");
    }
  }
}

/** The last day whose anniversary after so many years is on or before a day. That of 29 February is 1 March where there is none. */
function lastWithAnniversaryBy(serial: number, years: number): number {
  const { year, month, day: date } = dateOf(serial);
  const back = serialOf(year - years, month, date);
  // On 29 February those of 28 February are the last; a day later those of 29 February are reached too.
  return back ?? known(serialOf(year - years, 2, 28));
}

function known(serial: number | null): number {
  if (serial === null) throw new NotInSql("a day beyond the calendar");
  return serial;
}
