/** What went wrong, with the button that mends it. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  bar: { alignItems: "start", paddingTop: "6px", paddingBottom: "6px" },
  body: { whiteSpace: "normal", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export interface NoticeProps {
  readonly intent: "error" | "warning" | "info" | "success";
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void } | null;
  readonly dismiss?: { readonly label: string; readonly onClick: () => void };
}

export function Notice({ intent, children, action, dismiss }: NoticeProps): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar} politeness="polite">
      <MessageBarBody className={styles.body}>{children}</MessageBarBody>
      {(action ?? null) === null && dismiss === undefined ? null : (
        <MessageBarActions
          {...(dismiss === undefined
            ? {}
            : {
                containerAction: (
                  <Button
                    appearance="transparent"
                    size="small"
                    icon={<Dismiss16Regular />}
                    aria-label={dismiss.label}
                    onClick={dismiss.onClick}
                  />
                ),
              })}
        >
          {action ? (
            <Button size="small" onClick={action.onClick}>
              {action.label}
            </Button>
          ) : null}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
