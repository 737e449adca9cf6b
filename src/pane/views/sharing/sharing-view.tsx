/** The view 共享: what is in the workbook, three copies to pass on, the check, the repair and the short names. */
import { Button, Field, mergeClasses, Switch } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import type { CellPlace } from "../../../words/grid";
import type { RuleSet } from "../../../policy/rule-set";
import { useStore } from "../../app/store";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { useWords } from "../../texts/language";
import { WorkLine } from "../../widgets/work-line";
import { ContentsList } from "./contents-list";
import { CopyCard } from "./copy-card";
import { OutcomeNotice } from "./outcome-notice";
import type { SharingModel } from "./sharing-model";
import type { SharingState } from "./sharing-state";
import { useSharingWords } from "./sharing-texts";
import { Choice } from "../../widgets/choice";

export interface SharingViewProps {
  readonly sharing: SharingModel;
  /** The editions in force on the pane's day, lowest rung first. */
  readonly editions: readonly RuleSet[];
}

export function SharingView({ sharing, editions }: SharingViewProps): ReactNode {
  const { language } = useWords();
  const state = useStore(sharing);
  useEffect(() => void sharing.open(), [sharing]);
  const { work, outcome, trouble } = state;
  const news = work !== null || outcome !== null || trouble !== null;
  // Progress and outcome stand on top; the button that was pressed may be far below.
  useEffect(() => {
    if (news) window.scrollTo({ top: 0 });
  }, [news, outcome, trouble]);
  const run = (work: Promise<void>): void => void work;
  return (
    <SharingPage
      state={state}
      editions={editions}
      onLook={() => run(sharing.look())}
      onShow={(sheet) => run(sharing.show(sheet))}
      onValues={(where) => run(sharing.values(where, language))}
      onRestore={() => run(sharing.restore(language))}
      onCopy={(copy, tiers) => run(sharing.copy(copy, language, tiers))}
      onCheck={() => run(sharing.check())}
      onRepair={() => run(sharing.repair())}
      onNames={(on) => run(sharing.shortNames(on))}
      onSaveAgain={() => sharing.saveAgain()}
      onCell={(cell) => run(sharing.show(cell.sheet, cell))}
      onKeep={(heading) => run(sharing.keepColumn(heading, language))}
      onCancel={() => sharing.cancel()}
      onDismiss={() => sharing.dismiss()}
    />
  );
}

export interface SharingPageProps {
  readonly state: SharingState;
  readonly editions: readonly RuleSet[];
  readonly onLook: () => void;
  readonly onShow: (sheet: string) => void;
  readonly onValues: (where: "here" | "copies") => void;
  readonly onRestore: () => void;
  readonly onCopy: (copy: "native" | "masked", tiers: readonly string[] | null) => void;
  readonly onKeep: (heading: string) => void;
  readonly onCheck: () => void;
  readonly onRepair: () => void;
  readonly onNames: (on: boolean) => void;
  readonly onSaveAgain: () => void;
  /** Shows a cell, or a row by its first cell, that a finding is about. */
  readonly onCell: (cell: CellPlace) => void;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

export function SharingPage(props: SharingPageProps): ReactNode {
  const { state, onCheck, onRepair, onValues, onCopy } = props;
  const layout = useLayout();
  const { of } = useWords();
  const say = useSharingWords();
  const { contents, work, outcome, trouble } = state;
  const busy = work !== null;
  const formulas = contents === null || contents.formulas.length > 0;
  const primary = contents !== null && formulas ? "values" : (contents?.scored.length ?? 0) > 0 ? "check" : "native";
  const look = (which: typeof primary): "primary" | "secondary" => (which === primary ? "primary" : "secondary");
  return (
    <div className={layout.stack}>
      {trouble === null ? null : (
        <Notice
          intent="warning"
          action={trouble.remedy === "repair" ? { label: say("repair"), onClick: onRepair } : null}
          dismiss={{ label: say("close"), onClick: props.onDismiss }}
        >
          {of(trouble.text)}
        </Notice>
      )}
      {outcome === null ? null : (
        <OutcomeNotice
          outcome={outcome}
          onSaveAgain={props.onSaveAgain}
          onCell={props.onCell}
          onKeep={props.onKeep}
          onDismiss={props.onDismiss}
        />
      )}
      {work === null ? null : <WorkLine work={work} onCancel={props.onCancel} />}
      <Inside {...props} />
      <CopyCard title={say("values")} when={say("valuesWhen")}>
        <div className={layout.row}>
          <Button appearance={look("values")} disabledFocusable={busy || !formulas} onClick={() => onValues("here")}>
            {say("valuesHere")}
          </Button>
          <Button disabledFocusable={busy || !formulas} onClick={() => onValues("copies")}>
            {say("valuesCopies")}
          </Button>
        </div>
      </CopyCard>
      <NativeCard {...props} busy={busy} appearance={look("native")} />
      <CopyCard title={say("masked")} when={say("maskedWhen")}>
        <div className={layout.row}>
          <Button disabledFocusable={busy} onClick={() => onCopy("masked", null)}>
            {say("maskedMake")}
          </Button>
        </div>
      </CopyCard>
      <CopyCard title={say("check")} when={say("checkWhen")}>
        <div className={layout.row}>
          <Button appearance={look("check")} disabledFocusable={busy} onClick={onCheck}>
            {say("check")}
          </Button>
        </div>
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("aid")}</p>
      </CopyCard>
      <CopyCard title={say("repair")} when={say("repairWhen")}>
        <div className={layout.row}>
          <Button disabledFocusable={busy} onClick={onRepair}>
            {say("repair")}
          </Button>
        </div>
      </CopyCard>
      <NamesCard {...props} busy={busy} />
    </div>
  );
}

function Inside({ state, onLook, onShow, onRestore }: SharingPageProps): ReactNode {
  const layout = useLayout();
  const say = useSharingWords();
  const { contents, toRead, stale, work } = state;
  return (
    <section className={layout.tight}>
      <div className={layout.row}>
        <h2 className={layout.title}>{say("inside")}</h2>
        {contents === null ? null : (
          <Button size="small" appearance="subtle" disabledFocusable={work !== null} onClick={onLook}>
            {say("lookAgain")}
          </Button>
        )}
      </div>
      {stale ? <p className={layout.small}>{say("stale")}</p> : null}
      {contents !== null ? (
        <ContentsList contents={contents} onShow={onShow} onRestore={onRestore} />
      ) : toRead === null ? null : (
        <>
          <p className={layout.small}>{say("large", { cells: toRead })}</p>
          <div className={layout.row}>
            <Button disabledFocusable={work !== null} onClick={onLook}>
              {say("lookNow")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Stands for all tiers in the list; ids of tiers are never blank. */
const EVERY = "";

function NativeCard({
  editions,
  onCopy,
  busy,
  appearance,
}: SharingPageProps & { readonly busy: boolean; readonly appearance: "primary" | "secondary" }): ReactNode {
  const layout = useLayout();
  const { of } = useWords();
  const say = useSharingWords();
  const [tier, setTier] = useState(EVERY);
  const chosen = editions.some((one) => one.tier === tier) ? tier : EVERY;
  return (
    <CopyCard title={say("native")} when={say("nativeWhen")}>
      <Field label={say("tiers")} size="small">
        <Choice size="small" value={chosen} onChange={(_, { value }) => setTier(value)}>
          <option value={EVERY}>{say("everyTier")}</option>
          {[...editions].reverse().map((one) => (
            <option key={one.tier} value={one.tier}>
              {`${of(one.name)} ${one.edition}`}
            </option>
          ))}
        </Choice>
      </Field>
      <div className={layout.row}>
        <Button
          appearance={appearance}
          disabledFocusable={busy}
          onClick={() => onCopy("native", chosen === EVERY ? null : [chosen])}
        >
          {say("nativeMake")}
        </Button>
      </div>
    </CopyCard>
  );
}

function NamesCard({ state, onNames, busy }: SharingPageProps & { readonly busy: boolean }): ReactNode {
  const layout = useLayout();
  const say = useSharingWords();
  const names = state.contents?.shortNames ?? [];
  const on = names.some((one) => one.state === "ours");
  const taken = names.filter((one) => one.state === "taken").map(({ name }) => name);
  return (
    <CopyCard title={say("names")} when={say("namesWhen")}>
      <Switch
        label={say("namesOn")}
        checked={on}
        disabled={busy || state.contents === null}
        onChange={(_, { checked }) => onNames(checked)}
      />
      {taken.length === 0 ? null : (
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {say("taken", { count: taken.length, names: taken.join(say("comma")) })}
        </p>
      )}
    </CopyCard>
  );
}
