/** The ribbon's buttons. Their names are those of the manifest. */

export interface Commands {
  /** Scores the sheet in view; the pane shows how it goes. */
  readonly scoreActiveSheet: () => Promise<void>;
  /** Shows the enterprise of the current row in the pane. */
  readonly diagnoseCurrentRow: () => Promise<void>;
  /** Checks the workbook against what its scoring has left behind; the pane shows what was found. */
  readonly checkWorkbook: () => Promise<void>;
}

/** Associates the buttons with what they do. Call it once, when Office is ready. */
export function associateCommands(commands: Commands): void {
  associate("scoreActiveSheet", commands.scoreActiveSheet);
  associate("diagnoseCurrentRow", commands.diagnoseCurrentRow);
  associate("checkWorkbook", commands.checkWorkbook);
}

function associate(name: string, work: () => Promise<void>): void {
  Office.actions.associate(name, (event?: unknown) => {
    void (async () => {
      try {
        await Office.addin.showAsTaskpane();
        await work();
      } finally {
        // The button stays grey until it is told that the work is done.
        if (isCompletable(event)) event.completed();
      }
    })();
  });
}

function isCompletable(event: unknown): event is { completed: () => void } {
  return typeof event === "object" && event !== null && "completed" in event && typeof event.completed === "function";
}
