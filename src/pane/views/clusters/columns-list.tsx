/** What each column of the sheets was taken for, folded away until somebody asks. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { SHEET_KINDS } from "../../../clusters/cluster-book";
import type { SeenColumn } from "../../worker/tasks/seen-columns";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import { useClusterWords } from "./cluster-texts";

const useStyles = makeStyles({
  line: { padding: "3px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
});

export interface ColumnsListProps {
  readonly columns: readonly SeenColumn[];
  readonly open?: boolean;
}

export function ColumnsList({ columns, open = false }: ColumnsListProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const unused = columns.filter(({ field }) => field === null).length;
  return (
    <Disclosure
      open={open}
      title={say("columnsSeen")}
      note={unused === 0 ? "" : say("columnsUnused", { count: unused })}
      level={2}
    >
      {SHEET_KINDS.map((kind) => {
        const own = columns.filter((column) => column.kind === kind);
        return own.length === 0 ? null : (
          <section key={kind}>
            <h3 className={layout.heading}>{say(kind)}</h3>
            <ul className={layout.list}>
              {own.map(({ address, heading, field, unit, likely, note }) => (
                <li key={`${address} ${heading}`} className={mergeClasses(layout.small, styles.line)}>
                  {heading}
                  <span className={layout.quiet}>
                    {" → "}
                    {field === null ? say("columnNotUsed") : of(field)}
                    {field === null || of(unit) === "" ? "" : ` · ${of(unit)}`}
                    {likely ? ` · ${say("columnLikely")}` : ""}
                    {note === null ? "" : ` · ${of(note)}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Disclosure>
  );
}
