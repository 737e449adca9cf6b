/** A list to choose from that is as wide as its place, however long its longest entry is. */
import { makeStyles, Select, type SelectProps } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({ narrow: { minWidth: 0, width: "100%", textOverflow: "ellipsis" } });

export function Choice(props: Omit<SelectProps, "className" | "select">): ReactNode {
  const { narrow } = useStyles();
  return <Select {...props} className={narrow} select={{ className: narrow }} />;
}
