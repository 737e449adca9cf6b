/** Three small drawings for 看看怎么用: a list, the columns matched, the results. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useScoreWords } from "./score-texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "10px" },
  item: { display: "flex", flexWrap: "wrap", gap: "10px", alignItems: "center" },
  picture: {
    width: "96px",
    height: "60px",
    display: "block",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
  },
  caption: {
    flex: "1 1 120px",
    minWidth: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const line = tokens.colorNeutralStroke1;
const brand = tokens.colorBrandForeground1;
const good = tokens.colorPaletteGreenForeground1;
const bad = tokens.colorPaletteRedForeground1;

function Lines({ rows }: { readonly rows: readonly number[] }): ReactNode {
  return rows.map((y) => <path key={y} d={`M12 ${y}H84`} stroke={line} strokeWidth="1" />);
}

function ListPicture(): ReactNode {
  return (
    <>
      <rect x="12" y="10" width="72" height="10" fill={brand} />
      <rect x="12" y="10" width="72" height="40" fill="none" stroke={line} />
      <Lines rows={[30, 40]} />
      <path d="M36 10V50M60 10V50" stroke={line} strokeWidth="1" />
      <path
        d="M16 25H30M40 25H54M64 25H78M16 35H28M40 35H50M64 35H80M16 45H31M40 45H54"
        stroke="currentColor"
        strokeWidth="2"
      />
    </>
  );
}

function ColumnsPicture(): ReactNode {
  return (
    <>
      {[14, 28, 42].map((y) => (
        <g key={y}>
          <rect x="12" y={y - 5} width="26" height="10" rx="2" fill="none" stroke={line} />
          <path d={`M16 ${y}H34`} stroke="currentColor" strokeWidth="2" />
          <path d={`M42 ${y}H52M49 ${y - 3}L52 ${y}L49 ${y + 3}`} stroke={brand} strokeWidth="1.5" fill="none" />
          <rect x="56" y={y - 5} width="28" height="10" rx="2" fill="none" stroke={brand} />
          <path d={`M60 ${y}H78`} stroke={brand} strokeWidth="2" />
        </g>
      ))}
    </>
  );
}

function ResultsPicture(): ReactNode {
  return (
    <>
      <path d="M12 50H84" stroke={line} strokeWidth="1" />
      <path d="M14 44H34V50H14ZM36 34H56V50H36ZM58 22H78V50H58Z" fill={brand} />
      <path d="M18 37L22 41L29 32" stroke={good} strokeWidth="2" fill="none" />
      <path d="M40 27L44 31L51 22" stroke={good} strokeWidth="2" fill="none" />
      <path d="M63 8L72 17M72 8L63 17" stroke={bad} strokeWidth="2" fill="none" />
    </>
  );
}

const STEPS = [
  { key: "howList", picture: <ListPicture /> },
  { key: "howColumns", picture: <ColumnsPicture /> },
  { key: "howResults", picture: <ResultsPicture /> },
] as const;

export function HowPictures(): ReactNode {
  const styles = useStyles();
  const { say } = useScoreWords();
  return (
    <ol className={styles.list}>
      {STEPS.map(({ key, picture }) => (
        <li key={key} className={styles.item}>
          <svg className={styles.picture} viewBox="0 0 96 60" aria-hidden>
            {picture}
          </svg>
          <span className={styles.caption}>{say(key)}</span>
        </li>
      ))}
    </ol>
  );
}
