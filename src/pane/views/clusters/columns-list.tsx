/** What each column of the sheets was taken for, folded away until somebody asks; each can be set otherwise. One is open at a time. */
import { mergeClasses } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Vocabulary } from "../../../language/vocabulary";
import { isChanged, withColumn, withDoubtConfirmed, withoutColumn } from "../../app/scoring/mapping-editor";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { MappingRow } from "../../widgets/mapping-row";
import { useWords } from "../../texts/language";
import type { MappingChange, ReadList } from "./cluster-state";
import { useClusterWords } from "./cluster-texts";

export interface ColumnsListProps {
  readonly lists: readonly ReadList[];
  readonly vocabulary: Vocabulary;
  readonly open?: boolean;
  readonly onMapping: (list: ReadList, change: MappingChange) => void;
  readonly onCell: (address: string) => void;
}

export function ColumnsList({ lists, vocabulary, open = false, onMapping, onCell }: ColumnsListProps): ReactNode {
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const [shown, setShown] = useState<string | null>(null);
  const unused = lists.flatMap(({ columns }) => columns).filter(({ use }) => use !== "read").length;
  return (
    <Disclosure
      open={open}
      title={say("columnsSeen")}
      note={unused === 0 ? "" : say("columnsUnused", { count: unused })}
      level={2}
    >
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("columnsHint")}</p>
      {lists.map((list) => {
        const { kind, columns, doubts, saved, t } = list;
        const fields = [...vocabulary.fields.values()].filter((field) => field.of === kind);
        return (
          <section key={kind}>
            <h3 className={layout.heading}>{say(kind)}</h3>
            <ul className={layout.list}>
              {columns.map((column) => {
                const key = `${kind} ${column.column} ${column.address}`;
                const doubt = doubts.find((one) => one.columns[0] === column.column);
                const toggle = (): void => setShown(shown === key ? null : key);
                return (
                  <MappingRow
                    key={key}
                    column={column}
                    fields={fields}
                    t={t}
                    open={shown === key}
                    changed={isChanged(saved, column)}
                    note={column.note === null ? undefined : of(column.note)}
                    doubt={doubt}
                    onConfirm={(unit) => {
                      if (doubt !== undefined)
                        onMapping(list, (before) => withDoubtConfirmed(before, columns, doubt, unit));
                    }}
                    onToggle={toggle}
                    onChange={(change) => onMapping(list, (before) => withColumn(before, column, change))}
                    onReset={() => onMapping(list, (before) => withoutColumn(before, column))}
                    onCell={onCell}
                  />
                );
              })}
            </ul>
          </section>
        );
      })}
    </Disclosure>
  );
}
