/** Files dragged over the page, its spreadsheet and the pane's frame alike. */

/**
 * @param over called with true when a file is over the page, with false when it has left or was dropped
 * @returns the way to stop
 */
export function watchDrops(
  targets: readonly Window[],
  over: (over: boolean) => void,
  drop: (files: readonly File[]) => void,
): () => void {
  // Entering a child is told before leaving its parent, so the last window that was entered decides.
  let inside: Window | null = null;
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
  const stops = targets.map((target) => {
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      take(event);
      inside = target;
      over(true);
    };
    const stay = (event: DragEvent): void => {
      if (hasFiles(event)) take(event);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget !== null || inside !== target) return;
      inside = null;
      over(false);
    };
    const dropped = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      take(event);
      inside = null;
      over(false);
      drop([...(event.dataTransfer?.files ?? [])]);
    };
    const pairs = [
      ["dragenter", enter],
      ["dragover", stay],
      ["dragleave", leave],
      ["drop", dropped],
    ] as const;
    for (const [name, listener] of pairs) target.addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of pairs) target.removeEventListener(name, listener, true);
    };
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** The page takes the file; neither the browser nor the spreadsheet shall. */
function take(event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
