/** Goes to an enterprise by a part of its name or credit code, or by pinyin initials. */
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { FoundFirm } from "../../worker/tasks/run-answers";
import type { Cut } from "../../worker/tasks/reading-view";
import type { SheetRow } from "../../../sheet/reading/sheet-row";
import { FindBox } from "../../widgets/find-box";
import { useLayout } from "../../widgets/layout";
import { useDiagnosisWords } from "./diagnosis-texts";

const useStyles = makeStyles({
  search: { maxWidth: "none", width: "100%" },
  found: {
    maxHeight: "220px",
    overflowY: "auto",
    marginTop: "4px",
    padding: "0 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  item: { padding: "4px 0", overflowWrap: "anywhere" },
});

/** Milliseconds after the last key. */
const TYPING = 150;

export interface FirmSearchProps {
  readonly found: Cut<FoundFirm> | null;
  readonly onFind: (query: string) => void;
  readonly onFirm: (row: SheetRow) => void;
}

export function FirmSearch({ found, onFind, onFirm }: FirmSearchProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const [typed, setTyped] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (query: string): void => {
    setTyped(query);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onFind(query), TYPING);
  };
  return (
    <div
      role="search"
      aria-label={say("findFirm")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || typed === "") return;
        event.preventDefault();
        look("");
      }}
    >
      <FindBox
        className={styles.search}
        aria-label={say("findFirm")}
        placeholder={say("findFirmHint")}
        value={typed}
        onChange={(_, { value }) => look(value)}
      />
      <p className={mergeClasses(layout.small, layout.quiet)} role="status">
        {found === null ? "" : say("foundFirms", { count: found.count })}
      </p>
      {found === null || found.count === 0 ? null : (
        <ul className={mergeClasses(layout.list, styles.found)}>
          {found.items.map(({ sheetRow, name, creditCode, city }) => (
            <li key={sheetRow} className={mergeClasses(layout.small, styles.item)}>
              <Link
                as="button"
                className={mergeClasses(layout.small, layout.target)}
                onClick={() => {
                  look("");
                  onFirm(sheetRow);
                }}
              >
                {name === "" ? creditCode : name}
              </Link>
              <span className={layout.quiet}>
                {[city === null ? "" : of(city), String(sheetRow)]
                  .filter((text) => text !== "")
                  .map((text) => ` · ${text}`)}
              </span>
            </li>
          ))}
          {found.items.length < found.count ? (
            <li className={mergeClasses(layout.small, layout.quiet, styles.item)}>
              {say("foundMore", { count: found.count - found.items.length })}
            </li>
          ) : null}
        </ul>
      )}
    </div>
  );
}
