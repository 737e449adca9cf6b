/** A text selected to be copied by hand, where the clipboard is closed to the page. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";

const useStyles = makeStyles({
  box: {
    width: "100%",
    height: "4lh",
    boxSizing: "border-box",
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    whiteSpace: "pre",
  },
});

export function TextToCopy({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  const styles = useStyles();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [text]);
  return <textarea ref={box} className={styles.box} readOnly aria-label={label} value={text} />;
}
