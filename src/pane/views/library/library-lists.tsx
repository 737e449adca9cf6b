/** The lists of the library with their counts; one opens at a time of pressing, the dates owed and the changes below. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { LIST_NAMES, LISTS } from "../../../cultivation/library";
import { LIST_MEANINGS } from "../../../cultivation/library-tables";
import { referenceText } from "../../../cultivation/cultivation";
import type { ChangesView, LibraryAnswer } from "../../worker/tasks/run-answers";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useLibraryWords } from "./library-texts";
import { FirmList } from "./firm-list";
import { changeLines, linesOf } from "./list-lines";
import type { SheetRow } from "../../../sheet/reading/sheet-row";

const useStyles = makeStyles({
  bars: { margin: 0, padding: 0, listStyleType: "none" },
  line: {
    padding: "5px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface LibraryListsProps {
  readonly library: LibraryAnswer;
  /** When the run compared with was kept, in words; null where there is none. */
  readonly before: string | null;
  readonly onFirm: (sheetRow: SheetRow) => void;
  readonly onOnly: (sheetRows: readonly SheetRow[]) => void;
}

export function LibraryLists({ library, before, onFirm, onOnly }: LibraryListsProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const words = useLibraryWords();
  const { say, of } = words;
  const { changes, deadlines } = library;
  const first = LISTS.find((list) => library.firms[list] > 0);
  return (
    <div>
      {LISTS.map((list) => (
        <Disclosure
          key={list}
          title={of(LIST_NAMES[list])}
          note={say("enterprises", { count: library.firms[list] })}
          open={list === first}
        >
          <p className={mergeClasses(layout.small, layout.quiet)}>{of(LIST_MEANINGS[list])}</p>
          {library[list].count === 0 ? (
            <p className={layout.small}>{say("listEmpty")}</p>
          ) : (
            <FirmList
              label={of(LIST_NAMES[list])}
              firms={linesOf(list, library, words)}
              count={library[list].count}
              onFirm={onFirm}
              onOnly={onOnly}
            />
          )}
        </Disclosure>
      ))}
      <Disclosure
        title={say("cameAndWent")}
        note={changes === null ? say("nothingKept") : say("enterprises", { count: changes.firms.count })}
      >
        {changes === null ? (
          <p className={layout.small}>{library.refused === null ? say("keptHint") : of(library.refused)}</p>
        ) : (
          <Changes changes={changes} before={before} onFirm={onFirm} onOnly={onOnly} />
        )}
      </Disclosure>
      {deadlines.length === 0 ? null : (
        <Disclosure title={say("yearlyUpdates")} note={say("items", { count: deadlines.length })}>
          <ul className={layout.list}>
            {deadlines.map(({ tier, tierName, day, holders, note, ...reference }) => (
              <li key={tier} className={styles.line}>
                {say("updateBy", { tier: of(tierName), day, count: holders })}
                <div className={layout.quiet}>
                  {of(referenceText(reference))}
                  {note === null ? "" : ` · ${of(note)}`}
                </div>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function Changes({
  changes,
  before,
  onFirm,
  onOnly,
}: Omit<LibraryListsProps, "library"> & { readonly changes: ChangesView }): ReactNode {
  const layout = useLayout();
  const words = useLibraryWords();
  const { say, of } = words;
  return (
    <>
      <p className={layout.small}>
        {say("changesSince", {
          time: before ?? changes.before,
          entered: changes.entered,
          left: changes.left,
          unchanged: changes.unchanged,
        })}
      </p>
      {changes.editions.map(({ tier, name, from, to }) => (
        <p key={tier} className={layout.small}>
          {say("editionMoved", { tier: of(name), from: from ?? say("noneYet"), to: to ?? say("noneYet") })}
        </p>
      ))}
      <FirmList
        label={say("cameAndWent")}
        firms={changeLines(changes.firms.items, words)}
        count={changes.firms.count}
        onFirm={onFirm}
        onOnly={onOnly}
      />
    </>
  );
}
