/** Puts the pane into a page, over whatever spreadsheet the host stands for. */
import "../packed/no-eval";
import { createRoot } from "react-dom/client";
import type { ExcelHost } from "../../excel/host";
import type { HandedRules } from "../../functions/rules-handover";
import type { Release } from "../../policy/pack-release";
import type { Policy } from "../../policy/rule-set";
import type { Language } from "../../words/text";
import type { Subsidies } from "../../riders/load-subsidies";
import { ClusterModel } from "../views/clusters/cluster-model";
import { Pane } from "./pane";
import { DiagnosisModel } from "../views/diagnosis/diagnosis-model";
import { LibraryModel } from "../views/library/library-model";
import type { PaneTheme } from "./pane-theme";
import { saveFile } from "../app/save-file";
import { SharingModel } from "../views/sharing/sharing-model";
import { sampleSheet } from "../views/score/sample/sample-sheet";
import { DraftModel } from "../views/rules/draft/draft-model";
import { RulesModel } from "../views/rules/rules-model";
import { WorkerClient, type WorkerLike } from "../worker/client";
import { FormulaRules } from "../app/formula-rules";
import { ScoringModel } from "../app/scoring/scoring-model";
import { SubsidyModel } from "../views/subsidy/subsidy-model";
import { ViewChoice } from "../app/view-choice";

export interface PaneOptions {
  readonly host: ExcelHost;
  readonly language: Language;
  readonly theme: PaneTheme;
  readonly release: Release;
  /** Starts the pane's worker: `startWorker` of worker/start-worker. */
  readonly startWorker: () => WorkerLike;
  readonly subsidies: Subsidies;
  /** Of the program. */
  readonly version: string;
  /** Tells the workbook's formulas what they judge by; null where they can't be told. */
  readonly tellFormulas: ((handed: HandedRules) => void) | null;
}

export interface MountedPane {
  setLanguage(language: Language): void;
  setTheme(theme: PaneTheme): void;
  /** Scores the sheet in view, as the ribbon's command does. */
  scoreNow(): Promise<void>;
  /** Shows the enterprise of the current row, scoring the sheet first where it has not been. */
  diagnoseNow(): Promise<void>;
  /** Checks the workbook against what its scoring has left behind. */
  checkNow(): Promise<void>;
  unmount(): void;
}

export function mountPane(element: Element, options: PaneOptions): MountedPane {
  const { host, release, startWorker, subsidies, version, tellFormulas } = options;
  let { language, theme } = options;
  const client = new WorkerClient(startWorker);
  const now = (): number => Date.now();
  const model = new ScoringModel({ host, client, checked: release.policy.checked, sample: sampleSheet, now });
  const diagnosis = new DiagnosisModel({ host, client, scoring: model, now });
  const library = new LibraryModel({ host, client, scoring: model, now });
  const clusters = new ClusterModel(host, client, model);
  const subsidy = new SubsidyModel(host, client);
  const rules = new RulesModel(host, now);
  const drafts = new DraftModel({ host, client, scoring: model, saveFile, now });
  const formulas = new FormulaRules({ host, client, scoring: model, tell: tellFormulas });
  const drafted = (): Policy | null => formulas.drafted;
  const sharing = new SharingModel({ host, client, scoring: model, release, drafted, version, saveFile });
  const views = new ViewChoice();
  const models = {
    model,
    diagnosis,
    library,
    clusters,
    subsidy: { subsidies, model: subsidy },
    rules,
    drafts,
    sharing,
    views,
  };
  const root = createRoot(element);
  const { program } = host;
  const render = (): void => root.render(<Pane {...models} {...{ release, program, language, theme }} />);
  render();
  const started = Promise.all([model.start(), subsidy.start()]);
  void formulas.start();
  return {
    setLanguage: (next) => {
      language = next;
      render();
    },
    setTheme: (next) => {
      theme = next;
      render();
    },
    diagnoseNow: async () => {
      await started;
      views.choose("diagnosis");
      if (model.state.results === null) await model.scoreInView(language);
    },
    checkNow: async () => {
      await started;
      views.choose("sharing");
      await sharing.check();
    },
    scoreNow: async () => {
      await started;
      views.choose("score");
      await model.scoreInView(language);
    },
    unmount: () => {
      for (const one of [model, diagnosis, library, clusters, subsidy, rules, drafts, sharing, formulas]) one.dispose();
      client.dispose();
      root.unmount();
    },
  };
}
