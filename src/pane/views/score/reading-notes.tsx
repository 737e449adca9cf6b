/** What reading the sheet took for granted, finds odd or could not read, in three lists that open. */
import type { ReactNode } from "react";
import { Disclosure } from "../../widgets/disclosure";
import type { ReadingView } from "../../worker/tasks/reading-view";
import { useScoreWords } from "./score-texts";
import { NotesList } from "./notes-list";

export interface ReadingNotesProps {
  /** Of the headings. */
  readonly level?: 2 | 3;
  readonly notes: Pick<ReadingView, "assumptions" | "warnings" | "unreadable">;
  /** Which list is open at first. */
  readonly open?: "unreadable";
  readonly onCell: (address: string) => void;
}

export function ReadingNotes({ notes, open, level = 3, onCell }: ReadingNotesProps): ReactNode {
  const { say, of } = useScoreWords();
  const { assumptions, warnings, unreadable } = notes;
  return (
    <div>
      {unreadable.count > 0 ? (
        <Disclosure
          level={level}
          title={say("unreadable")}
          note={say("places", { count: unreadable.count })}
          open={open === "unreadable"}
        >
          <NotesList
            notes={unreadable.items.map(({ cell, reason }) => ({ text: of(reason), cells: [cell] }))}
            count={unreadable.count}
            onCell={onCell}
          />
        </Disclosure>
      ) : null}
      {warnings.length > 0 ? (
        <Disclosure level={level} title={say("warnings")} note={say("items", { count: warnings.length })}>
          <NotesList
            notes={warnings.map(({ message, cells }) => ({ text: of(message), cells: cells ?? [] }))}
            onCell={onCell}
          />
        </Disclosure>
      ) : null}
      {assumptions.length > 0 ? (
        <Disclosure level={level} title={say("assumptions")} note={say("items", { count: assumptions.length })}>
          <NotesList
            notes={assumptions.map(({ message, cell }) => ({
              text: of(message),
              cells: cell === undefined ? [] : [cell],
            }))}
            onCell={onCell}
          />
        </Disclosure>
      ) : null}
    </div>
  );
}
