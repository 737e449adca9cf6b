/** The view 集群: clusters against their targets, their ranking, enterprises rolled up, chains, and the map of districts. */
import { ColumnsList } from "./columns-list";
import { Button, makeStyles, mergeClasses, Tab, TabList } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import type { Vocabulary } from "../../../language/vocabulary";
import { useStore } from "../../app/store";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { WrittenNotes } from "../../widgets/written-notes";
import { useWords } from "../../texts/language";
import { WorkLine } from "../../widgets/work-line";
import { BoardPage } from "./board-page";
import { ChainPage } from "./chain-page";
import type { ClusterModel } from "./cluster-model";
import type { ClusterChoices, ClusterState, MappingChange, ReadList } from "./cluster-state";
import type { ClusterPicture } from "../../worker/tasks/cluster-picture";
import { useClusterWords } from "./cluster-texts";
import { DistrictPage } from "./district-page";
import { PublishedList } from "./published-list";
import { RankingPage } from "./ranking-page";
import { RollUpPage } from "./roll-up-page";
import { Setup } from "./setup";
import { StatementsList } from "./statements-list";
import { Disclosure } from "../../widgets/disclosure";
import { useSheetList } from "../../widgets/sheet-list";
import { SHEET_KINDS } from "../../../clusters/cluster-book";

const useStyles = makeStyles({
  pages: { marginInlineStart: "-8px" },
});

export type ClusterPart = "targets" | "ranking" | "rollUp" | "chains" | "districts";

export interface ClusterViewProps {
  readonly clusters: ClusterModel;
  readonly vocabulary: Vocabulary;
  /** The pane's day. */
  readonly asOf: string;
}

export function ClusterView({ clusters, vocabulary, asOf }: ClusterViewProps): ReactNode {
  const { language } = useWords();
  const state = useStore(clusters);
  useEffect(() => void clusters.open(asOf), [clusters, asOf]);
  const run = (work: Promise<void>): void => void work;
  return (
    <ClusterPage
      state={state}
      vocabulary={vocabulary}
      paneAsOf={asOf}
      onMapping={(list, change) => run(clusters.setMapping(list, change))}
      onCell={(address) => run(clusters.showCell(address))}
      onChoose={(change) => run(clusters.choose(change, asOf))}
      onBegin={() => run(clusters.again())}
      onLookAgain={() => run(clusters.refresh())}
      onSample={() => run(clusters.addSample(language))}
      onWrite={() => run(clusters.write(language))}
      onCancel={() => clusters.cancel()}
      onDismiss={() => clusters.dismissTrouble()}
      onOpen={(sheet) => run(clusters.openSheet(sheet))}
    />
  );
}

export interface ClusterPageProps {
  readonly state: ClusterState;
  readonly vocabulary: Vocabulary;
  readonly paneAsOf: string;
  /** The part shown first. */
  readonly start?: ClusterPart;
  readonly onMapping: (list: ReadList, change: MappingChange) => void;
  readonly onCell: (address: string) => void;
  readonly onChoose: (change: Partial<ClusterChoices>) => void;
  readonly onBegin: () => void;
  readonly onLookAgain: () => void;
  readonly onSample: () => void;
  readonly onWrite: () => void;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
  readonly onOpen: (sheet: string) => void;
}

function partsOf({ ranking, rollUps, chains, districts }: ClusterPicture): readonly ClusterPart[] {
  return [
    "targets",
    ...(ranking === null ? [] : (["ranking"] as const)),
    ...(rollUps.length === 0 ? [] : (["rollUp"] as const)),
    ...(chains === null ? [] : (["chains"] as const)),
    ...(districts === null ? [] : (["districts"] as const)),
  ];
}

/** What there is to look at first: the board where there is one. */
function firstPart(picture: ClusterPicture): ClusterPart {
  return picture.board === null ? (partsOf(picture)[1] ?? "targets") : "targets";
}

export function ClusterPage(props: ClusterPageProps): ReactNode {
  const { state, paneAsOf, onChoose, onDismiss } = props;
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const { picture, lists, work, trouble, stale, toRead, fitting, published, statements } = state;
  const remedies = {
    sample: { label: say("addSample"), onClick: props.onSample },
    again: { label: say("again"), onClick: props.onLookAgain },
  };
  return (
    <div className={layout.stack}>
      {trouble === null ? null : (
        <Notice
          intent="warning"
          action={trouble.remedy === null ? null : remedies[trouble.remedy]}
          {...(picture === null ? {} : { dismiss: { label: say("dismiss"), onClick: onDismiss } })}
        >
          {of(trouble.text)}
        </Notice>
      )}
      {stale && work === null ? (
        <Notice intent="warning" action={{ label: say("readAgain"), onClick: props.onLookAgain }}>
          {say("stale")}
        </Notice>
      ) : null}
      {fitting === null || fitting.length === 0 ? null : (
        <Setup state={state} paneAsOf={paneAsOf} onChoose={onChoose} />
      )}
      {work === null ? null : <WorkLine work={work} onCancel={props.onCancel} />}
      {toRead === null || work !== null ? null : (
        <>
          <p className={layout.text}>{say("longSheets", { count: toRead })}</p>
          <Button appearance="primary" className={layout.primary} onClick={props.onBegin}>
            {say("begin")}
          </Button>
        </>
      )}
      {picture === null && lists.length === 0 ? null : <ReadSheets {...props} />}
      {picture === null ? null : <Result {...props} picture={picture} />}
      {published.length === 0 ? null : <PublishedList published={published} />}
      {statements.length === 0 ? null : <StatementsList documents={statements} />}
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("aid")}</p>
    </div>
  );
}

/** Which sheets were read as one list, and what of them was not. */
function ReadSheets({ state, vocabulary, onMapping, onCell }: ClusterPageProps): ReactNode {
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const sheetList = useSheetList();
  const { choices, fitting, leftOut, lists } = state;
  const nameOf = (id: string): string => fitting?.find((sheet) => sheet.id === id)?.name ?? "";
  const joined = SHEET_KINDS.filter((kind) => choices.sheets[kind].length > 1);
  return (
    <>
      {joined.map((kind) => (
        <p key={kind} className={layout.small}>
          {say("readTogether", {
            kind: say(kind),
            count: choices.sheets[kind].length,
            names: sheetList(choices.sheets[kind].map(nameOf)),
          })}
        </p>
      ))}
      {lists.length === 0 ? null : <ColumnsList {...{ lists, vocabulary, onMapping, onCell }} />}
      {leftOut.length === 0 ? null : (
        <Disclosure title={say("notRead", { count: leftOut.length })} level={2}>
          <ul className={layout.list}>
            {leftOut.map((text) => (
              <li key={text.zh} className={layout.small}>
                {of(text)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Result(props: ClusterPageProps & { readonly picture: ClusterPicture }): ReactNode {
  const { picture, state, start, onChoose, onSample, onWrite, onOpen } = props;
  const styles = useStyles();
  const layout = useLayout();
  const say = useClusterWords();
  const [asked, setAsked] = useState<ClusterPart | null>(start ?? null);
  const parts = partsOf(picture);
  const part = asked !== null && parts.includes(asked) ? asked : firstPart(picture);
  const { written, work, stale } = state;
  const [first] = written;
  const { board, ranking, rollUps, chains, districts } = picture;
  return (
    <>
      {work !== null || stale ? null : (
        <Button appearance="primary" className={layout.primary} onClick={onWrite}>
          {say("write")}
        </Button>
      )}
      {first === undefined ? null : (
        <Notice intent="success" action={{ label: say("openIt"), onClick: () => onOpen(first.sheet) }}>
          {say("written", { names: written.map(({ name }) => name).join(say("comma")) })}
        </Notice>
      )}
      <WrittenNotes written={written} />
      <TabList
        className={mergeClasses(layout.tabs, styles.pages)}
        size="small"
        selectedValue={part}
        aria-label={say("parts")}
        onTabSelect={(_, { value }) => setAsked(parts.find((one) => one === value) ?? null)}
      >
        {parts.map((one) => (
          <Tab key={one} value={one} id={`clusters-${one}`}>
            {say(one)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`clusters-${part}`}>
        {part !== "targets" ? null : board === null ? (
          <Notice intent="info" action={{ label: say("addSample"), onClick: onSample }}>
            {say("noBoard")}
          </Notice>
        ) : (
          <BoardPage board={board} asOf={picture.asOf} />
        )}
        {part === "ranking" && ranking !== null ? (
          <RankingPage ranking={ranking} onRank={(by) => onChoose({ ranking: by })} />
        ) : null}
        {part === "rollUp" ? <RollUpPage rollUps={rollUps} /> : null}
        {part === "chains" && chains !== null ? <ChainPage table={chains} /> : null}
        {part === "districts" && districts !== null ? <DistrictPage map={districts} /> : null}
      </div>
    </>
  );
}
