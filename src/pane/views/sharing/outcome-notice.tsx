/** What was done last, and what could not be. */
import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ColumnLeftOut } from "../../../sharing/masking/masked-grid";
import type { CellPlace } from "../../../words/grid";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { useWords } from "../../texts/language";
import { FindingList } from "./finding-list";
import type { Outcome } from "./sharing-state";
import { useSharingWords } from "./sharing-texts";

/** Single places that are listed. */
const MOST_PLACES = 8;

const useStyles = makeStyles({
  findings: { margin: "4px 0 0", paddingInlineStart: "16px" },
});

export interface OutcomeNoticeProps {
  readonly outcome: Outcome;
  readonly onSaveAgain: () => void;
  readonly onCell: (cell: CellPlace) => void;
  /** Makes the masked copy once more, with this column. */
  readonly onKeep: (heading: string) => void;
  readonly onDismiss: () => void;
}

export function OutcomeNotice({ outcome, onSaveAgain, onCell, onKeep, onDismiss }: OutcomeNoticeProps): ReactNode {
  const say = useSharingWords();
  const action = outcome.kind === "file" && !outcome.opened ? { label: say("saveAgain"), onClick: onSaveAgain } : null;
  return (
    <Notice intent={intentOf(outcome)} action={action} dismiss={{ label: say("close"), onClick: onDismiss }}>
      {outcome.kind === "checked" ? (
        <FindingList findings={outcome.findings} onCell={onCell} />
      ) : (
        <Sentences outcome={outcome} />
      )}
      {outcome.kind === "file" ? <ColumnsLeftOut columns={outcome.file.leftOutColumns} onKeep={onKeep} /> : null}
    </Notice>
  );
}

function intentOf(outcome: Outcome): "success" | "warning" {
  switch (outcome.kind) {
    case "values":
      return outcome.noted ? "success" : "warning";
    case "restored":
      return outcome.changed.length + outcome.gone.length > 0 ? "warning" : "success";
    case "repaired":
      return outcome.still + outcome.locked.length > 0 ? "warning" : "success";
    case "named":
      return outcome.taken.length > 0 ? "warning" : "success";
    case "file":
      return outcome.file.leftOut.length > 0 ? "warning" : "success";
    case "checked":
      return outcome.findings.some(({ weight }) => weight === "wrong") ? "warning" : "success";
    case "unnamed":
      return "success";
  }
}

function Sentences({ outcome }: { readonly outcome: Exclude<Outcome, { kind: "checked" }> }): ReactNode {
  const layout = useLayout();
  const { of } = useWords();
  const say = useSharingWords();
  const list = (names: readonly string[]): string =>
    names.slice(0, MOST_PLACES).join(say("comma")) + (names.length > MOST_PLACES ? "…" : "");
  const sentences = (): readonly (string | false)[] => {
    switch (outcome.kind) {
      case "values": {
        const { places, sheets, copied, noted } = outcome;
        return [
          say(copied ? "didCopies" : "didValues", { count: places, sheets: list(sheets) }),
          !noted && say("notNoted"),
        ];
      }
      case "restored": {
        const { places, changed, gone } = outcome;
        return [
          say("didRestore", { count: places }),
          changed.length > 0 && say("changedSince", { count: changed.length, places: list(changed) }),
          gone.length > 0 && say("gone", { sheets: list(gone) }),
        ];
      }
      case "repaired": {
        const { places, still, locked } = outcome;
        return [
          places === 0 && locked.length === 0 ? say("didRepairNone") : say("didRepair", { count: places }),
          still > 0 && say("still", { count: still }),
          locked.length > 0 && say("locked", { sheets: list(locked) }),
        ];
      }
      case "named":
        return [say("didName", { count: outcome.added.length }), ...outcome.taken.map(of)];
      case "unnamed":
        return [say("didUnname", { count: outcome.removed, spelled: outcome.spelled })];
      case "file": {
        const { file, name, opened } = outcome;
        const count = file.enterprises;
        return [
          opened ? say("didOpen", { count }) : say("didSave", { name, count, size: file.bytes.length / 2 ** 20 }),
          file.leftOut.length > 0 && say("leftOut", { sheets: list(file.leftOut) }),
        ];
      }
    }
  };
  return sentences().map((sentence) =>
    sentence === false ? null : (
      <p key={sentence} className={layout.small}>
        {sentence}
      </p>
    ),
  );
}

function ColumnsLeftOut({
  columns,
  onKeep,
}: {
  readonly columns: readonly ColumnLeftOut[];
  readonly onKeep: (heading: string) => void;
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const say = useSharingWords();
  if (columns.length === 0) return null;
  return (
    <>
      <p className={layout.small}>{say("leftOutColumns", { count: columns.length })}</p>
      <ul className={styles.findings}>
        {columns.map(({ sheet, column, heading }) => {
          const name = heading.replace(/\s+/g, " ");
          return (
            <li key={`${sheet} ${column}`} className={layout.small}>
              {`${sheet}!${column} ${name} `}
              <Button
                size="small"
                appearance="transparent"
                aria-label={say("keepColumnNamed", { name: name === "" ? column : name })}
                onClick={() => onKeep(heading === "" ? column : heading)}
              >
                {say("keepColumn")}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
