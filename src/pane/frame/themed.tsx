/** All that is shown, in one of the themes; the browser's own parts (calendars, lists of choices, scroll bars) follow it. */
import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { useLayoutEffect, type ReactNode } from "react";
import { THEMES, type PaneTheme } from "./pane-theme";

const useStyles = makeStyles({
  /** A palette of the system gives links that are buttons the colour of text: the line below them is all that tells them. */
  links: { "@media (forced-colors: active)": { "& .fui-Link": { textDecorationLine: "underline" } } },
});

export interface ThemedProps {
  readonly theme: PaneTheme;
  readonly children: ReactNode;
}

export function Themed({ theme, children }: ThemedProps): ReactNode {
  const { links } = useStyles();
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = theme === "light" ? "light" : "dark";
  }, [theme]);
  return (
    <FluentProvider theme={THEMES[theme]} className={links}>
      {children}
    </FluentProvider>
  );
}
