/** The ribbon's buttons. Their names are those of the manifest. */

export interface Commands {
  /** Scores the sheet in view; the pane shows how it goes. */
  readonly scoreActiveSheet: () => Promise<void>;
}

/** Associates the buttons with what they do. Call it once, when Office is ready. */
export function associateCommands({ scoreActiveSheet }: Commands): void {
  Office.actions.associate("scoreActiveSheet", (event?: unknown) => {
    void (async () => {
      try {
        await Office.addin.showAsTaskpane();
        await scoreActiveSheet();
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
