/** The page in place of the pane where it can't start: what is wrong, and what works instead. */
import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLayout } from "../widgets/layout";
import { Notice } from "../widgets/notice";
import type { PaneTheme } from "./pane-theme";
import { Themed } from "./themed";
import type { Language, Text } from "../../words/text";
import { LanguageContext, ProgramContext } from "../texts/language";
import { useFrameWords, type FrameKey, type FrameWords } from "./frame-texts";

const useStyles = makeStyles({
  page: { minHeight: "100vh", padding: "16px 12px", display: "flex", flexDirection: "column", gap: "12px" },
  list: { margin: 0, paddingInlineStart: "20px", display: "flex", flexDirection: "column", gap: "6px" },
});

/** Why the pane can't start. */
export type Obstacle =
  | { readonly kind: "too-old"; readonly missing: readonly string[] }
  | { readonly kind: "old-wps"; readonly missing: readonly string[] }
  | { readonly kind: "unreachable"; readonly text: Text }
  | { readonly kind: "not-started" };

/** The first of the ways out. */
const HELP: Readonly<Record<Obstacle["kind"], FrameKey>> = {
  "too-old": "worksUpdate",
  "old-wps": "worksUpdateWps",
  unreachable: "worksRetry",
  "not-started": "worksRetry",
};

export interface InsteadPageProps {
  readonly obstacle: Obstacle;
  /** What the page was opened in, or belongs into. */
  readonly program: Text;
  readonly language: Language;
  readonly theme: PaneTheme;
  readonly onRetry: () => void;
}

export function InsteadPage({ obstacle, program, language, theme, onRetry }: InsteadPageProps): ReactNode {
  return (
    <Themed theme={theme}>
      <LanguageContext.Provider value={language}>
        <ProgramContext.Provider value={program}>
          <Instead obstacle={obstacle} onRetry={onRetry} />
        </ProgramContext.Provider>
      </LanguageContext.Provider>
    </Themed>
  );
}

function reason(obstacle: Obstacle, { say, of }: FrameWords): string {
  if ("missing" in obstacle) return say("tooOld", { missing: obstacle.missing.join(say("listComma")) });
  return obstacle.kind === "unreachable" ? of(obstacle.text) : say("notStarted");
}

function Instead({ obstacle, onRetry }: Pick<InsteadPageProps, "obstacle" | "onRetry">): ReactNode {
  const words = useFrameWords();
  const { say, language } = words;
  const styles = useStyles();
  const layout = useLayout();
  const ways: readonly FrameKey[] = [HELP[obstacle.kind], "worksFile", "worksShared"];
  return (
    <main className={styles.page} lang={language === "zh" ? "zh-CN" : "en"}>
      <h1 className={layout.title}>{say("cannotStart")}</h1>
      <Notice intent="error">{reason(obstacle, words)}</Notice>
      <p className={layout.text}>{say("whatWorks")}</p>
      <ul className={styles.list}>
        {ways.map((way) => (
          <li key={way} className={layout.text}>
            {say(way)}
          </li>
        ))}
      </ul>
      {"missing" in obstacle ? null : (
        <Button appearance="primary" className={layout.primary} onClick={onRetry}>
          {say("tryAgain")}
        </Button>
      )}
    </main>
  );
}
