/** Enterprises in a list, each a link to its diagnosis with what the list says of it. */
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Finder } from "../../widgets/finder";
import type { Order, Wanted } from "../../widgets/found-entries";
import { useLayout } from "../../widgets/layout";
import { useLibraryWords } from "./library-texts";
import { sheetRowText, type SheetRow } from "../../../sheet/reading/sheet-row";

const useStyles = makeStyles({
  item: {
    padding: "5px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

export interface FirmLine {
  readonly key: string;
  /** Its row on the list; null where it is no longer there. */
  readonly sheetRow: SheetRow | null;
  readonly name: string;
  /** What is said of it, the most important first. */
  readonly says: readonly string[];
  /** "" where it is not known, or says nothing here. */
  readonly city: string;
  readonly tier: string;
  /** Names of the fields it lacks, where the list is about them. */
  readonly missing: readonly string[];
}

export interface FirmListProps {
  /** What is looked for to begin with. */
  readonly start?: Wanted;
  /** Names the list. */
  readonly label: string;
  readonly firms: readonly FirmLine[];
  /** How many there are where `firms` is cut. */
  readonly count: number;
  readonly onFirm: (sheetRow: SheetRow) => void;
  /** Shows only these rows in the results. */
  readonly onOnly: (sheetRows: readonly SheetRow[]) => void;
}

export function FirmList({ start, label, firms, count, onFirm, onOnly }: FirmListProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of, language } = useLibraryWords();
  const nameOf = ({ name, sheetRow }: FirmLine): string =>
    name === "" && sheetRow !== null ? of(sheetRowText(sheetRow)) : name;
  const by = (id: "name" | "city", textOf: (firm: FirmLine) => string): Order<FirmLine> => ({
    id,
    label: say(id),
    compare: (one, other) => textOf(one).localeCompare(textOf(other), language),
  });
  const fewest: Order<FirmLine> = {
    id: "missing",
    label: say("missingField"),
    compare: (one, other) => one.missing.length - other.missing.length,
  };
  const orders = [
    by("name", nameOf),
    ...(firms.some(({ city }) => city !== "") ? [by("city", ({ city }) => city)] : []),
    ...(firms.some(({ missing }) => missing.length > 0) ? [fewest] : []),
  ];
  return (
    <Finder
      start={start}
      label={label}
      entries={firms}
      count={count}
      keyOf={({ key }) => key}
      textOf={(firm) => [nameOf(firm), firm.city, firm.tier, ...firm.says].join(" ")}
      facets={[
        { id: "city", label: say("city"), valuesOf: ({ city }) => [city] },
        { id: "tier", label: say("tier"), valuesOf: ({ tier }) => [tier] },
        { id: "missing", label: say("missingField"), valuesOf: ({ missing }) => missing },
      ]}
      orders={orders}
      columns={[
        { heading: say("row"), textOf: ({ sheetRow }) => String(sheetRow ?? "") },
        { heading: say("name"), textOf: nameOf },
        { heading: say("city"), textOf: ({ city }) => city },
        { heading: say("said"), textOf: ({ says }) => says.filter((text) => text !== "").join(say("listSemicolon")) },
      ]}
      onOnly={(found) => onOnly(found.flatMap(({ sheetRow }) => sheetRow ?? []))}
      entry={(firm) => (
        <div className={styles.item}>
          {firm.sheetRow === null ? (
            <span>{firm.name}</span>
          ) : (
            <Link
              as="button"
              className={layout.small}
              onClick={() => {
                if (firm.sheetRow !== null) onFirm(firm.sheetRow);
              }}
            >
              {nameOf(firm)}
            </Link>
          )}
          {firm.says
            .filter((text) => text !== "")
            .map((text, index) => (
              <div key={index} className={mergeClasses(index > 0 && layout.quiet)}>
                {text}
              </div>
            ))}
        </div>
      )}
    />
  );
}
