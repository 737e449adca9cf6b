/** What of earlier, unsaved work is offered back on this page, and the keeper of its own. */
import { randomId } from "../../excel/random-id";
import { useCallback, useEffect, useMemo, useState } from "react";
import { WorkKeeper, type KeptWork } from "./work-keeper";
import { browserStore } from "./work-store";

/** A page that is being reloaded gives its lock back a moment after the next one has begun. Milliseconds between looks. */
const LOOK_AGAIN = [1_000, 3_000, 10_000] as const;

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
        newId: randomId,
        whenQuiet,
      }),
    [],
  );
  const [works, setWorks] = useState<readonly KeptWork[]>([]);
  useEffect(() => {
    let timer: number | undefined;
    const look = async ([wait, ...waits]: readonly number[]): Promise<void> => {
      const found = await keeper.left();
      setWorks(found);
      if (found.length === 0 && wait !== undefined) timer = window.setTimeout(() => void look(waits), wait);
    };
    void look(LOOK_AGAIN);
    return () => window.clearTimeout(timer);
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
