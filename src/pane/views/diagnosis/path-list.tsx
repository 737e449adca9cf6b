/** The smallest changes that would do, as alternatives, each with a button that tries it; what can't be had soon is set apart. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRight12Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { leftOpenText } from "../../../engine/rows/explain";
import type { Paths, PlanPath } from "../../../cultivation/plan-paths";
import { useLayout } from "../../widgets/layout";
import { useDiagnosisWords } from "./diagnosis-texts";

const useStyles = makeStyles({
  path: {
    padding: "7px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    marginTop: "6px",
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", columnGap: "8px" },
  step: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "5px",
    padding: "2px 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  by: { fontWeight: tokens.fontWeightSemibold, marginInlineStart: "4px" },
  apart: { marginTop: "8px" },
  blockers: { margin: 0, paddingInlineStart: "18px" },
});

export interface PathListProps {
  readonly plan: Paths;
  /** Tries a path, counted from 0, those that can be had soon first. */
  readonly onTry: (path: number) => void;
}

export function PathList({ plan, onTry }: PathListProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const { paths, slow, blockers, complete } = plan;
  return (
    <>
      {paths.length === 0 && slow.length === 0 && blockers.length === 0 ? (
        <p className={layout.small}>{say("noPath")}</p>
      ) : null}
      <ol className={layout.list}>
        {paths.map((path, index) => (
          <Path key={index} path={path} number={index + 1} onTry={() => onTry(index)} />
        ))}
      </ol>
      {complete || paths.length === 0 ? null : (
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("pathsIncomplete")}</p>
      )}
      {slow.length === 0 && blockers.length === 0 ? null : (
        <div className={styles.apart}>
          <h4 className={layout.heading}>{say("notSoon")}</h4>
          {blockers.length === 0 ? null : (
            <>
              <p className={mergeClasses(layout.small, layout.quiet)}>{say("blockersHint")}</p>
              <ul className={styles.blockers}>
                {blockers.map(({ id, text }) => (
                  <li key={id} className={layout.small}>
                    {of(text)}
                  </li>
                ))}
              </ul>
            </>
          )}
          <ol className={layout.list}>
            {slow.map((path, index) => (
              <Path
                key={index}
                path={path}
                number={paths.length + index + 1}
                onTry={() => onTry(paths.length + index)}
              />
            ))}
          </ol>
        </div>
      )}
    </>
  );
}

function Path({
  path,
  number,
  onTry,
}: {
  readonly path: PlanPath;
  readonly number: number;
  readonly onTry: () => void;
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const open = leftOpenText(path);
  return (
    <li className={styles.path}>
      <div className={styles.head}>
        <strong className={layout.small}>{say("pathTitle", { number: String(number), count: path.changes })}</strong>
        <Button size="small" aria-label={say("tryPath", { number: String(number) })} onClick={onTry}>
          {say("tryIt")}
        </Button>
      </div>
      {path.steps.map(({ field, name, fromText, toText, by, slow, follows }) => (
        <div key={field} className={styles.step}>
          <span>{of(name)}</span>
          <span>{of(fromText)}</span>
          <ArrowRight12Regular aria-label={say("becomes")} />
          <span>{of(toText)}</span>
          {of(by) === "" ? null : <span className={styles.by}>{of(by)}</span>}
          {follows ? <span className={layout.quiet}>{say("stepFollows")}</span> : null}
          {slow ? <span className={layout.quiet}>{say("stepSlow")}</span> : null}
        </div>
      ))}
      {open === null ? null : (
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("pathLeavesOpen", { open: of(open) })}</p>
      )}
    </li>
  );
}
