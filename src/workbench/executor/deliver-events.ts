/**
 * Joins a loaded Excel client to a session's events. The client registers handlers with Office.js's own event registration, which
 * talks to a host that is not there; this puts the session in its place.
 */
import type { EventMessage } from "./events";
import type { ExcelSession } from "./session";

/** The numbers Office.js has for its three ways of sending events. */
const SETTINGS_CHANGED = 1;
const SELECTION_CHANGED = 2;
const MESSAGE = 5;

type Handler = (argument: unknown) => void;

/** The part of `OfficeExtension` that handlers are registered with. */
export interface EventClient {
  readonly _Internal: {
    officeJsEventRegistration: {
      register(eventId: number, targetId: string, handler: Handler): Promise<unknown>;
      unregister(eventId: number, targetId: string, handler: Handler): Promise<unknown>;
    };
  };
}

const handlersOf = new WeakMap<EventClient, Map<number, Set<Handler>>>();

/** From now on handlers added through `client` are called for the session's events. Gives the way to stop. */
export function deliverEvents(client: EventClient, session: ExcelSession): () => void {
  // A client registers its one handler for messages once and for all, also for the sessions that come later.
  const handlers = handlersOf.get(client) ?? new Map<number, Set<Handler>>();
  handlersOf.set(client, handlers);
  const of = (eventId: number): Set<Handler> => {
    const known = handlers.get(eventId) ?? new Set();
    handlers.set(eventId, known);
    return known;
  };
  client._Internal.officeJsEventRegistration = {
    register: (eventId, _targetId, handler) => {
      of(eventId).add(handler);
      return Promise.resolve();
    },
    unregister: (eventId, _targetId, handler) => {
      of(eventId).delete(handler);
      return Promise.resolve();
    },
  };
  return session.onEvent((message: EventMessage) => {
    if (message.kind === "entries") for (const handler of of(MESSAGE)) handler({ entries: message.entries });
    else
      for (const handler of of(message.kind === "settings-changed" ? SETTINGS_CHANGED : SELECTION_CHANGED)) handler({});
  });
}
