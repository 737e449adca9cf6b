/** Puts the pane into a page, over whatever spreadsheet the host stands for. */
import "./no-eval";
import { createRoot } from "react-dom/client";
import type { ExcelHost } from "../excel/host";
import type { Release } from "../policy/pack-release";
import type { Language } from "../sheet/score-tables";
import { Pane } from "./pane";
import type { PaneTheme } from "./pane-theme";
import { sampleSheet } from "./sample/sample-sheet";
import { ScoringClient, type WorkerLike } from "./scoring/scoring-client";
import { ScoringModel } from "./scoring/scoring-model";

export interface PaneOptions {
  readonly host: ExcelHost;
  readonly language: Language;
  readonly theme: PaneTheme;
  readonly release: Release;
  /** Starts the scoring worker: `startWorker` of scoring/start-worker. */
  readonly startWorker: () => WorkerLike;
}

export interface MountedPane {
  setLanguage(language: Language): void;
  setTheme(theme: PaneTheme): void;
  /** Scores the sheet in view, as the ribbon's command does. */
  scoreNow(): Promise<void>;
  unmount(): void;
}

export function mountPane(element: Element, options: PaneOptions): MountedPane {
  const { host, release, startWorker } = options;
  let { language, theme } = options;
  const model = new ScoringModel({
    host,
    client: new ScoringClient(startWorker),
    checked: release.policy.checked,
    sample: sampleSheet,
    now: () => Date.now(),
  });
  const root = createRoot(element);
  const render = (): void => root.render(<Pane model={model} release={release} language={language} theme={theme} />);
  render();
  const started = model.start();
  return {
    setLanguage: (next) => {
      language = next;
      render();
    },
    setTheme: (next) => {
      theme = next;
      render();
    },
    scoreNow: async () => {
      await started;
      await model.scoreInView(language);
    },
    unmount: () => {
      model.dispose();
      root.unmount();
    },
  };
}
