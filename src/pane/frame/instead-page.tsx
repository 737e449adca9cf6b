/** The page in place of the pane where it can't start: what is wrong, and what works instead. */
import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLayout } from "../widgets/layout";
import { Notice } from "../widgets/notice";
import type { PaneTheme } from "./pane-theme";
import { Themed } from "./themed";
import type { Language, Text } from "../../words/text";
import { LanguageContext } from "../texts/language";
import { useFrameWords, type FrameKey } from "./frame-texts";

const useStyles = makeStyles({
  page: { minHeight: "100vh", padding: "16px 12px", display: "flex", flexDirection: "column", gap: "12px" },
  list: { margin: 0, paddingInlineStart: "20px", display: "flex", flexDirection: "column", gap: "6px" },
});

/** Why the pane can't start. */
export type Obstacle =
  | { readonly kind: "too-old"; readonly missing: readonly string[] }
  | { readonly kind: "old-wps"; readonly missing: readonly string[] }
  | { readonly kind: "unreachable"; readonly text: Text };

/** The first of the ways out, and what is too old; null where nothing is. */
const HELP: Readonly<Record<Obstacle["kind"], readonly [FrameKey, FrameKey | null]>> = {
  "too-old": ["worksUpdate", "tooOld"],
  "old-wps": ["worksUpdateWps", "tooOldWps"],
  unreachable: ["worksRetry", null],
};

export interface InsteadPageProps {
  readonly obstacle: Obstacle;
  readonly language: Language;
  readonly theme: PaneTheme;
  readonly onRetry: () => void;
}

export function InsteadPage({ obstacle, language, theme, onRetry }: InsteadPageProps): ReactNode {
  return (
    <Themed theme={theme}>
      <LanguageContext.Provider value={language}>
        <Instead obstacle={obstacle} onRetry={onRetry} />
      </LanguageContext.Provider>
    </Themed>
  );
}

function Instead({ obstacle, onRetry }: Pick<InsteadPageProps, "obstacle" | "onRetry">): ReactNode {
  const { say, of, language } = useFrameWords();
  const styles = useStyles();
  const layout = useLayout();
  const [first, what] = HELP[obstacle.kind];
  const ways: readonly FrameKey[] = [first, "worksFile", "worksShared"];
  const old = what !== null;
  return (
    <main className={styles.page} lang={language === "zh" ? "zh-CN" : "en"}>
      <h1 className={layout.title}>{say("cannotStart")}</h1>
      <Notice intent="error">
        {"missing" in obstacle ? say(what ?? "tooOld", { missing: obstacle.missing.join("、") }) : of(obstacle.text)}
      </Notice>
      <p className={layout.text}>{say("whatWorks")}</p>
      <ul className={styles.list}>
        {ways.map((way) => (
          <li key={way} className={layout.text}>
            {say(way)}
          </li>
        ))}
      </ul>
      {old ? null : (
        <Button appearance="primary" className={layout.primary} onClick={onRetry}>
          {say("tryAgain")}
        </Button>
      )}
    </main>
  );
}
