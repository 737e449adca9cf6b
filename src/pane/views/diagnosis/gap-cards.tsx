/** What stands in the way, one card a condition: what is there, what is asked, how far apart they are, and the clause. */
import { clauseText } from "../../../words/clause";
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRight12Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Gap } from "../../../cultivation/gaps";
import { useLayout } from "../../widgets/layout";
import { useDiagnosisWords } from "./diagnosis-texts";
import { StatusMark } from "./status-mark";

const useStyles = makeStyles({
  card: {
    padding: "7px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    marginTop: "6px",
    display: "flex",
    flexDirection: "column",
    gap: "2px",
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "start", columnGap: "8px" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "5px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  gap: { fontWeight: tokens.fontWeightSemibold, marginInlineStart: "4px" },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px" },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: "5px 0" },
});

/** Cells named below a line; what reads more is a score of many. */
const MOST_CELLS = 8;

export interface GapCardsProps {
  readonly gaps: readonly Gap[];
  /** Cells by slot, as far as the sheet has them. */
  readonly cells: Readonly<Record<string, string>>;
  /** Opens the rules at the line that asks for it. */
  readonly onClause: (line: string) => void;
  readonly onCell: (cell: string) => void;
}

interface GapProps extends Omit<GapCardsProps, "gaps"> {
  readonly gap: Gap;
}

export function GapCards({ gaps, ...ways }: GapCardsProps): ReactNode {
  const layout = useLayout();
  const items = gaps.filter(({ kind }) => kind === "item");
  return (
    <ul className={layout.list}>
      {groupsOf(gaps).map(([first, ...others]) =>
        first === undefined ? null : first.within === null ? (
          <Card key={first.id} gap={first} items={first.kind === "score" ? items : []} {...ways} />
        ) : (
          <Alternatives key={first.id} gaps={[first, ...others]} {...ways} />
        ),
      )}
    </ul>
  );
}

/** Alternatives of one group stand together; whatever stands alone is a group of its own. */
function groupsOf(gaps: readonly Gap[]): readonly (readonly Gap[])[] {
  const groups: Gap[][] = [];
  for (const gap of gaps) {
    if (gap.kind === "item") continue;
    const last = groups.at(-1);
    if (gap.within !== null && last?.[0]?.within?.zh === gap.within.zh) last.push(gap);
    else groups.push([gap]);
  }
  return groups;
}

function Alternatives({ gaps, ...ways }: GapCardsProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const [first] = gaps;
  return (
    <li className={styles.card}>
      <span className={layout.small}>{first?.within ? of(first.within) : ""}</span>
      <span className={mergeClasses(layout.small, layout.quiet)}>{say("oneWillDo")}</span>
      <ul className={layout.list}>
        {gaps.map((gap) => (
          <li key={gap.id} className={styles.item}>
            <div className={styles.head}>
              <span className={layout.small}>{of(gap.text)}</span>
              <StatusMark status={gap.status} />
            </div>
            <Lines gap={gap} {...ways} />
            <Foot gap={gap} {...ways} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Foot({ gap, onClause }: GapProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useDiagnosisWords();
  return (
    <span className={mergeClasses(layout.small, layout.quiet, styles.foot)}>
      <Link as="button" className={mergeClasses(layout.small, layout.target)} onClick={() => onClause(gap.id)}>
        {of(clauseText(gap.clause))}
      </Link>
      <span>{of(gap.evidence)}</span>
    </span>
  );
}

function Card({ gap, items, ...ways }: GapProps & { readonly items: readonly Gap[] }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <span className={layout.small}>{of(gap.text)}</span>
        <StatusMark status={gap.status} />
      </div>
      <Lines gap={gap} {...ways} />
      <Foot gap={gap} {...ways} />
      {items.length === 0 ? null : (
        <div>
          <p className={mergeClasses(layout.small, layout.quiet)}>{say("itemsToGain")}</p>
          <ul className={layout.list}>
            {items.map((item) => (
              <li key={item.id} className={styles.item}>
                <span className={layout.small}>{of(item.text)}</span>
                <Lines gap={item} {...ways} />
                <Foot gap={item} {...ways} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

/** The actual value of what reads one cell leads to it; where several are read, each is named below. */
function Lines({ gap, cells, onCell }: GapProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const read = gap.slots.flatMap((slot) => cells[slot] ?? []);
  const [only] = read.length === 1 ? read : [];
  const link = (cell: string, text: string): ReactNode => (
    <Link
      key={cell}
      as="button"
      className={mergeClasses(layout.small, layout.target)}
      aria-label={`${text === cell ? "" : `${text} · `}${say("selectCell", { cell })}`}
      onClick={() => onCell(cell)}
    >
      {text}
    </Link>
  );
  return (
    <>
      {gap.lines.map(({ actual, required, gap: distance }, index) => {
        const text = of(actual) === "" ? say("verdictUnknown") : of(actual);
        return (
          <span key={index} className={styles.line}>
            {only === undefined ? <span>{text}</span> : link(only, text)}
            <ArrowRight12Regular aria-label={say("asksFor")} />
            <span>{of(required)}</span>
            {of(distance) === "" ? null : <span className={styles.gap}>{of(distance)}</span>}
          </span>
        );
      })}
      {read.length < 2 ? null : (
        <span className={mergeClasses(styles.line, layout.quiet)}>
          {say("readFrom")}
          {read.slice(0, MOST_CELLS).map((cell) => link(cell, cell))}
        </span>
      )}
    </>
  );
}
