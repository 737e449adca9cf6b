/** All columns of the sheet by how sure they are, the most doubtful first. One is open at a time. */
import { makeStyles } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Vocabulary } from "../../../language/vocabulary";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";
import { Disclosure } from "../../widgets/disclosure";
import type { ReadingView } from "../../worker/tasks/reading-view";
import { useScoreWords, type ScoreKey } from "./score-texts";
import {
  COLUMN_GROUPS,
  grouped,
  isChanged,
  withColumn,
  withDoubtConfirmed,
  withoutColumn,
  type ColumnGroup,
} from "../../app/scoring/mapping-editor";
import { MappingRow } from "../../widgets/mapping-row";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
});

const TITLES: Readonly<Record<ColumnGroup, ScoreKey>> = {
  doubtful: "columnsToConfirm",
  likely: "columnsLikely",
  unused: "columnsUnused",
  sure: "columnsCertain",
};

export interface MappingListProps {
  readonly reading: ReadingView;
  readonly vocabulary: Vocabulary;
  readonly saved: SavedMapping | undefined;
  /** Only some of the groups; all where left out. */
  readonly groups?: readonly ColumnGroup[];
  /** Of the headings. */
  readonly level?: 2 | 3;
  readonly onMapping: (mapping: SavedMapping | undefined) => void;
  readonly onCell: (address: string) => void;
}

export function MappingList(props: MappingListProps): ReactNode {
  const { reading, vocabulary, saved, groups: shown = COLUMN_GROUPS, level = 3, onMapping, onCell } = props;
  const styles = useStyles();
  const { say } = useScoreWords();
  const [open, setOpen] = useState<number | null>(null);
  const groups = grouped(reading.columns);
  const fields = [...vocabulary.fields.values()].filter(({ of }) => of === "enterprise");
  return shown.map((group) => {
    const columns = groups.get(group) ?? [];
    if (columns.length === 0) return null;
    return (
      <Disclosure
        key={group}
        level={level}
        title={say(TITLES[group])}
        note={say("columns", { count: columns.length })}
        open={group === "doubtful" || group === "likely"}
        // A column that was changed may move to another group: it stays in sight.
        reveal={columns.some(({ column }) => column === open)}
      >
        <ul className={styles.list}>
          {columns.map((column) => {
            const doubt = reading.doubts.find((one) => one.columns[0] === column.column);
            return (
              <MappingRow
                key={column.column}
                column={column}
                fields={fields}
                t={reading.t}
                open={open === column.column}
                changed={isChanged(saved, column)}
                doubt={doubt}
                onConfirm={(unit) => {
                  if (doubt !== undefined) onMapping(withDoubtConfirmed(saved, reading.columns, doubt, unit));
                }}
                onToggle={() => setOpen(open === column.column ? null : column.column)}
                onChange={(change) => onMapping(withColumn(saved, column, change))}
                onReset={() => onMapping(withoutColumn(saved, column))}
                onCell={onCell}
              />
            );
          })}
        </ul>
      </Disclosure>
    );
  });
}
