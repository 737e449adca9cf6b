/** One way to share, with one sentence on when to use it. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLayout } from "../../widgets/layout";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export interface CopyCardProps {
  readonly title: string;
  readonly when: string;
  readonly children: ReactNode;
}

export function CopyCard({ title, when, children }: CopyCardProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <section className={styles.card}>
      <h3 className={layout.heading}>{title}</h3>
      <p className={mergeClasses(layout.small, layout.quiet)}>{when}</p>
      {children}
    </section>
  );
}
