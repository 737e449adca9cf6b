/** What the check found: searched, filtered by list, kind and column, sorted, copied; each row and cell is a way to it. */
import { Link, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Finding } from "../../../sharing/check/findings";
import { address, type CellPlace } from "../../../words/grid";
import { useWords } from "../../texts/language";
import { Finder } from "../../widgets/finder";
import { useLayout } from "../../widgets/layout";
import { findingLines, type FindingLine } from "./finding-lines";
import { useSharingWords } from "./sharing-texts";

export interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly onCell: (cell: CellPlace) => void;
}

export function FindingList({ findings, onCell }: FindingListProps): ReactNode {
  const layout = useLayout();
  const { of } = useWords();
  const say = useSharingWords();
  const wrong = findings.some(({ weight }) => weight === "wrong");
  const placeOf = ({ place, cell, row }: FindingLine): string => {
    if (place !== null && cell !== null) return `${place.sheet}!${address(place.row, place.column)}`;
    return row === null ? "" : say("rowLink", { row: String(row) });
  };
  const headingOf = ({ cell }: FindingLine): string => cell?.heading.replace(/\s+/g, " ") ?? "";
  const shown = (text: string | undefined): string => (text === "" ? say("blank") : (text ?? ""));
  const cellText = (line: FindingLine): string =>
    line.cell === null
      ? ""
      : say("foundRow", {
          row: String(line.row),
          heading: headingOf(line),
          shown: shown(line.cell.shown),
          expected: shown(line.cell.expected),
        });
  return (
    <>
      <p className={layout.small}>{wrong ? say("found", { count: findings.length }) : say("clean")}</p>
      {findings.length === 0 ? null : (
        <Finder
          label={say("checkFindings")}
          entries={findingLines(findings)}
          keyOf={({ key }) => key}
          textOf={(line) => [of(line.finding.message), placeOf(line), cellText(line)].join(" ")}
          groupOf={({ finding }) => of(finding.message)}
          wrapped
          facets={[
            { id: "list", label: say("list"), valuesOf: ({ finding: { list } }) => (list === null ? [] : [list]) },
            { id: "column", label: say("column"), valuesOf: (line) => [headingOf(line)] },
          ]}
          orders={[
            { id: "row", label: say("row"), compare: (one, other) => (one.row ?? 0) - (other.row ?? 0) },
            {
              id: "column",
              label: say("column"),
              compare: (one, other) => headingOf(one).localeCompare(headingOf(other)),
            },
          ]}
          columns={[
            { heading: say("finding"), textOf: ({ finding }) => of(finding.message) },
            { heading: say("row"), textOf: ({ row }) => String(row ?? "") },
            { heading: say("cell"), textOf: (line) => (line.cell === null ? "" : placeOf(line)) },
            { heading: say("column"), textOf: headingOf },
            { heading: say("isThere"), textOf: ({ cell }) => cell?.shown ?? "" },
            { heading: say("shouldBe"), textOf: ({ cell }) => cell?.expected ?? "" },
          ]}
          entry={(line) => <Line line={line} text={cellText(line)} onCell={onCell} />}
        />
      )}
    </>
  );
}

interface LineProps {
  readonly line: FindingLine;
  readonly text: string;
  readonly onCell: FindingListProps["onCell"];
}

function Line({ line: { row, place, cell }, text, onCell }: LineProps): ReactNode {
  const layout = useLayout();
  const say = useSharingWords();
  if (row === null) return null;
  const rowText = say("rowLink", { row: String(row) });
  if (place === null) return <span className={mergeClasses(layout.small, layout.quiet)}>{rowText}</span>;
  const at = address(place.row, place.column);
  return (
    <span className={mergeClasses(layout.small, layout.quiet)}>
      <Link
        as="button"
        className={mergeClasses(layout.small, layout.target)}
        aria-label={
          cell === null
            ? say("showRow", { row: String(row), sheet: place.sheet })
            : say("showCell", { cell: at, sheet: place.sheet })
        }
        onClick={() => onCell(place)}
      >
        {cell === null ? rowText : at}
      </Link>
      {cell === null ? null : ` ${text}`}
    </span>
  );
}
