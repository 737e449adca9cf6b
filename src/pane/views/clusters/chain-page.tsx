/** 链主: for each chain its leaders, its links, and the firms that could fill them. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import type { ChainPicture } from "../../worker/tasks/cluster-picture";
import { useClusterWords } from "./cluster-texts";
import { MOST_SHOWN } from "./ranking-page";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: "6px", margin: "2px 0 8px 20px" },
  firms: { margin: 0, paddingInlineStart: "16px" },
  link: { fontWeight: tokens.fontWeightSemibold },
});

export function ChainPage({ table }: { readonly table: ChainPicture }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const { chains, missing, unassigned } = table;
  const comma = say("comma");
  return (
    <div className={layout.stack}>
      <div>
        {chains.slice(0, MOST_SHOWN).map(({ name, leaders, links }, index) => (
          <Disclosure key={name} title={name} level={2} note={say("links", { count: links.length })} open={index === 0}>
            <div className={styles.body}>
              {leaders.length === 0 ? null : (
                <p className={layout.small}>{say("leaders", { names: leaders.map(of).join(comma) })}</p>
              )}
              <ul className={mergeClasses(layout.list, layout.tight)}>
                {links.map(({ link, firms, candidates, remark }) => (
                  <li key={link} className={layout.small}>
                    <span className={styles.link}>
                      {say("linkFirms", { link: link === "" ? say("noLink") : link, count: firms })}
                    </span>
                    {candidates.length === 0 ? null : (
                      <>
                        {" "}
                        {say("candidates")}
                        <ul className={styles.firms}>
                          {candidates.map((firm, at) => (
                            <li key={at}>{of(firm)}</li>
                          ))}
                        </ul>
                      </>
                    )}
                    {of(remark) === "" ? null : (
                      <p className={mergeClasses(layout.small, layout.quiet)}>{of(remark)}</p>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          </Disclosure>
        ))}
      </div>
      {chains.length <= MOST_SHOWN ? null : (
        <p className={layout.small}>{say("more", { count: chains.length - MOST_SHOWN })}</p>
      )}
      {missing.length === 0 ? null : (
        <p className={layout.small}>{say("missingColumns", { list: missing.map(of).join(comma) })}</p>
      )}
      {unassigned === 0 ? null : <p className={layout.small}>{say("unassignedChain", { count: unassigned })}</p>}
    </div>
  );
}
