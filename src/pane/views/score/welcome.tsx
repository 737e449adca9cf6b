/** The first run: one sentence, one button. */
import { Button, Link, makeStyles } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useLayout } from "../../widgets/layout";
import { useScoreWords } from "./score-texts";
import { HowPictures } from "./how-pictures";

const useStyles = makeStyles({ welcome: { display: "flex", flexDirection: "column", gap: "14px", paddingTop: "8px" } });

export interface WelcomeProps {
  readonly busy: boolean;
  readonly showHow?: boolean;
  readonly onScore: () => void;
  readonly onSample: () => void;
}

export function Welcome({ busy, showHow = false, onScore, onSample }: WelcomeProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say } = useScoreWords();
  const [how, setHow] = useState(showHow);
  return (
    <div
      className={styles.welcome}
      onKeyDown={({ key }) => {
        if (key === "Escape") setHow(false);
      }}
    >
      <p className={layout.text}>{say("welcome")}</p>
      <Button appearance="primary" className={layout.primary} disabledFocusable={busy} onClick={onScore}>
        {say(busy ? "looking" : "scoreThisSheet")}
      </Button>
      <div className={layout.row}>
        <Link as="button" onClick={onSample}>
          {say("trySample")}
        </Link>
        <Link as="button" aria-expanded={how} onClick={() => setHow(!how)}>
          {say(how ? "hideHow" : "showHow")}
        </Link>
      </div>
      {how ? <HowPictures /> : null}
    </div>
  );
}
