/** A state that is one value: changed by one function, watched by whoever shows it. The minds of the views are stores. */
import { useSyncExternalStore } from "react";

export class Store<State extends object> {
  private value: State;
  private readonly listeners = new Set<() => void>();
  private closed = false;

  constructor(initial: State) {
    this.value = initial;
  }

  get state(): State {
    return this.value;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** After `dispose` nothing changes any more. */
  protected set(change: Partial<State>): void {
    if (this.closed) return;
    this.value = { ...this.value, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  protected get disposed(): boolean {
    return this.closed;
  }

  dispose(): void {
    this.closed = true;
    this.listeners.clear();
  }
}

/** The state of a store, shown anew whenever it changes. */
export function useStore<State extends object>(store: Pick<Store<State>, "state" | "subscribe">): State {
  return useSyncExternalStore(store.subscribe, () => store.state);
}
