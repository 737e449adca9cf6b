/** The library's lists as lines to be shown. */
import type { FirmChange } from "../../../cultivation/run-changes";
import { LIST_NAMES, type ListId } from "../../../cultivation/library";
import { pathText } from "../../../cultivation/plan-paths";
import type { Text } from "../../../words/text";
import type { LibraryAnswer } from "../../worker/tasks/run-answers";
import type { LibraryWords } from "./library-texts";
import type { FirmLine } from "./firm-list";

const NONE: readonly string[] = [];

/** Of a change, what the list says is all there is. */
export const UNTOLD = { city: "", tier: "", missing: NONE } as const;

/** Missing cells named before they are counted. */
const MOST_NAMES = 3;

export function linesOf(list: ListId, library: LibraryAnswer, { say, of }: LibraryWords): readonly FirmLine[] {
  const join = (names: readonly string[]): string => names.join(say("listSemicolon"));
  const cityOf = (row: number): string => {
    const city = library.cities[row];
    return city === undefined ? "" : of(city);
  };
  const about = (row: number, tierName: Text) => ({ city: cityOf(row), tier: of(tierName), missing: NONE });
  switch (list) {
    case "apply":
      return library.apply.items.map(({ row, sheetRow, name, tierName, certain }) => ({
        key: String(row),
        sheetRow,
        name,
        ...about(row, tierName),
        says: [say("applyFor", { tier: of(tierName) }), certain ? "" : say("applyCheck")],
      }));
    case "near":
      return library.near.items.map(({ row, sheetRow, name, tierName, path }) => ({
        key: String(row),
        sheetRow,
        name,
        ...about(row, tierName),
        says: [
          say("nearTo", { tier: of(tierName), count: path.changes }),
          of(pathText(path)),
          path.slow ? say("stepSlow") : "",
        ],
      }));
    case "data":
      return library.data.items.map(({ row, sheetRow, name, tierName, missing }) => {
        const named = missing.slice(0, MOST_NAMES).map((one) => of(one.name));
        const more = missing.length - named.length;
        return {
          key: String(row),
          sheetRow,
          name,
          ...about(row, tierName),
          missing: missing.map((one) => of(one.name)),
          says: [
            say("dataFor", { tier: of(tierName), count: missing.length }),
            `${named.join(say("listComma"))}${more > 0 ? say("andMore", { count: more }) : ""}`,
          ],
        };
      });
    case "due":
      return library.due.items.map(({ row, sheetRow, name, tier, tierName, standing, until, daysLeft, doubtful }) => ({
        key: `${row} ${tier}`,
        sheetRow,
        name,
        ...about(row, tierName),
        says: [
          standing === "expired"
            ? say("dueEnded", { tier: of(tierName), until, days: -daysLeft })
            : say("dueUntil", { tier: of(tierName), until, days: daysLeft }),
          doubtful ? say("dueDoubtful") : "",
        ],
      }));
    case "seed":
      return library.seed.items.map(({ row, sheetRow, name, tierName, unmet }) => ({
        key: String(row),
        sheetRow,
        name,
        ...about(row, tierName),
        says: [
          say("seedFor", { tier: of(tierName), count: unmet.length }),
          join(unmet.slice(0, MOST_NAMES).map(({ text }) => of(text))),
        ],
      }));
    case "risk":
      return library.risk.items.map(({ row, sheetRow, name, tier, tierName, edition, unmet }) => ({
        key: `${row} ${tier}`,
        sheetRow,
        name,
        ...about(row, tierName),
        says: [
          say("riskOf", { tier: of(tierName), edition, count: unmet.length }),
          join(unmet.slice(0, MOST_NAMES).map(({ text }) => of(text))),
        ],
      }));
  }
}

export function changeLines(changes: readonly FirmChange[], { say, of }: LibraryWords): readonly FirmLine[] {
  const names = (lists: readonly ListId[]): string => lists.map((list) => of(LIST_NAMES[list])).join(say("listComma"));
  return changes.map(({ key, sheetRow, name, entered, left, cause, reasons }) => ({
    key,
    sheetRow,
    name,
    ...UNTOLD,
    says: [
      [
        entered.length > 0 ? say("enteredLists", { lists: names(entered) }) : "",
        left.length > 0 ? say("leftLists", { lists: names(left) }) : "",
        entered.length + left.length === 0 ? say("rungMoved") : "",
      ]
        .filter((text) => text !== "")
        .join(say("listSemicolon")),
      `${say(CAUSES[cause])}${say("colon")}${reasons.map((reason) => of(reason)).join(say("listSemicolon"))}`,
    ],
  }));
}

const CAUSES = {
  rules: "causeRules",
  data: "causeData",
  both: "causeBoth",
  new: "causeNew",
  gone: "causeGone",
} as const;
