/** Work that a page has left behind in this browser, offered back. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { whenText } from "../../pane/widgets/time-of-day";
import { usePageStyles } from "./page-styles";
import type { sayIn } from "./page-texts";
import type { KeptWork } from "./work-keeper";

export interface LeftWorkProps {
  readonly work: KeptWork;
  readonly say: ReturnType<typeof sayIn>;
  readonly onOpen: (work: KeptWork) => void;
  readonly onClear: () => void;
}

export function LeftWork({ work, say, onOpen, onClear }: LeftWorkProps): ReactNode {
  const styles = usePageStyles();
  const when = whenText(work.at, Date.now());
  return (
    <MessageBar intent="info" className={styles.message} layout="multiline" politeness="polite">
      <MessageBarBody>{say("leftWork", { name: work.name, when })}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={() => onOpen(work)}>
          {say("openLeft")}
        </Button>
        <Button size="small" onClick={onClear}>
          {say("clearLeft")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
