/** What the board is made of: the targets, the day, and the sheet for each kind. */
import { Field, Input } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { SheetKind } from "../../../clusters/cluster-book";
import { serialOfIso } from "../../../words/calendar";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import type { ClusterChoices, ClusterState } from "./cluster-state";
import { useClusterWords } from "./cluster-texts";
import { Choice } from "../../widgets/choice";

/** In the order of their use. */
const KINDS: readonly SheetKind[] = ["indicator", "cluster", "enterprise", "district"];
/** Stands for every document in the list of sets; ids of documents are never blank. */
const EVERY = "";
/** Stands for all sheets that make one list; ids of sheets are never blank either. */
const TOGETHER = " ";

export interface SetupProps {
  readonly state: ClusterState;
  /** The pane's day. */
  readonly paneAsOf: string;
  readonly onChoose: (change: Partial<ClusterChoices>) => void;
}

export function Setup({ state, paneAsOf, onChoose }: SetupProps): ReactNode {
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const [typed, setTyped] = useState<string | null>(null);
  const { sets, fitting, together, choices, asOf } = state;
  const joinedOf = (kind: SheetKind): readonly string[] => together.find((one) => one.kind === kind)?.ids ?? [];
  const kinds = KINDS.filter((kind) => fitting?.some((sheet) => sheet.kind === kind));
  const day = (value: string): void => {
    if (serialOfIso(value) === null) {
      setTyped(value);
      return;
    }
    setTyped(null);
    onChoose({ asOf: value === paneAsOf ? null : value });
  };
  return (
    <div className={layout.tight}>
      <Field label={say("set")}>
        <Choice
          value={choices.set ?? EVERY}
          onChange={(_, { value }) => onChoose({ set: value === EVERY ? null : value })}
        >
          {sets.map(({ document, name }) => (
            <option key={document} value={document}>
              {of(name)}
            </option>
          ))}
          <option value={EVERY}>{say("everySet")}</option>
        </Choice>
      </Field>
      <Disclosure title={say("setup")} note={asOf} level={2}>
        <div className={layout.stack}>
          <Field
            label={say("asOf")}
            hint={say("asOfHint")}
            {...(typed === null ? {} : { validationMessage: say("dateWrong") })}
          >
            <Input type="date" value={typed ?? asOf} onChange={(_, { value }) => day(value)} />
          </Field>
          {kinds.map((kind) => (
            <Field key={kind} label={say(kind)}>
              <Choice
                value={choices.sheets[kind].length > 1 ? TOGETHER : (choices.sheets[kind][0] ?? "")}
                onChange={(_, { value }) => {
                  const chosen = value === "" ? [] : value === TOGETHER ? joinedOf(kind) : [value];
                  onChoose({ sheets: { ...choices.sheets, [kind]: chosen } });
                }}
              >
                {joinedOf(kind).length > 1 ? (
                  <option value={TOGETHER}>{say("together", { count: joinedOf(kind).length })}</option>
                ) : null}
                {fitting
                  ?.filter((sheet) => sheet.kind === kind)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                <option value="">{say("noSheet")}</option>
              </Choice>
            </Field>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
