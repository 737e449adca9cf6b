/** What of earlier, unsaved work is offered back on this page, and the keeper of its own. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { WorkKeeper, type KeptWork } from "./work-keeper";
import { browserStore } from "./work-store";

function whenQuiet(then: () => void, quiet: number): () => void {
  const timer = window.setTimeout(then, quiet);
  return () => window.clearTimeout(timer);
}

export interface KeptWorks {
  readonly keeper: WorkKeeper;
  /** The newest work that a page has left behind. */
  readonly left: KeptWork | null;
  /** It is open on this page now; others stay for the next. */
  readonly taken: (work: KeptWork) => void;
  /** Clears all that pages have left behind. */
  readonly clear: () => void;
}

export function useKeptWork(): KeptWorks {
  const keeper = useMemo(
    () =>
      new WorkKeeper({
        store: browserStore,
        now: () => Date.now(),
        newId: () => crypto.randomUUID(),
        whenQuiet,
      }),
    [],
  );
  const [works, setWorks] = useState<readonly KeptWork[]>([]);
  useEffect(() => {
    void keeper.left().then(setWorks);
  }, [keeper]);
  const taken = useCallback(
    ({ id }: KeptWork) => {
      keeper.forget(id);
      setWorks([]);
    },
    [keeper],
  );
  const clear = useCallback(() => {
    for (const { id } of works) keeper.forget(id);
    setWorks([]);
  }, [keeper, works]);
  return { keeper, left: works[0] ?? null, taken, clear };
}
