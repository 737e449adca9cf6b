/** All that is shown, in one of the themes; the browser's own parts (calendars, lists of choices, scroll bars) follow it. */
import { FluentProvider } from "@fluentui/react-components";
import { useLayoutEffect, type ReactNode } from "react";
import { THEMES, type PaneTheme } from "./pane-theme";

export interface ThemedProps {
  readonly theme: PaneTheme;
  readonly children: ReactNode;
}

export function Themed({ theme, children }: ThemedProps): ReactNode {
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = theme === "light" ? "light" : "dark";
  }, [theme]);
  return <FluentProvider theme={THEMES[theme]}>{children}</FluentProvider>;
}
