/**
 * The book's changes as the messages Excel sends to its client. Numbers are the client's event types; a message goes to the sheet it is
 * about and to the workbook, whose collections listen for all sheets.
 */
import { bounding, formatA1, MAX_COLUMNS, MAX_ROWS } from "../book/a1";
import type { Book, BookEvent } from "../book/book";
import { SharedBook, type Author } from "./shared-book";
import type { ViewEvent } from "./view";

const CATEGORY = 65_536;
const WORKBOOK = "Workbook";
const TYPE = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  calculated: 16,
  renamed: 25,
} as const;

export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  /** JSON text. */
  readonly message: string;
}

export type EventMessage =
  | { readonly kind: "entries"; readonly entries: readonly EventEntry[] }
  /** The two events that Excel sends by its older ways. */
  | { readonly kind: "settings-changed" }
  | { readonly kind: "selection-changed" };

/** The id by which an event's handler asks for the changed range; read again by `rangeOfEvent`. */
export function eventRangeId(sheet: string, address: string): string {
  return `${sheet}!${address}`;
}

/** How Excel names where a change came from. */
interface Origin {
  readonly source: "Local" | "Remote";
  readonly triggerSource: "ThisLocalAddin" | "Unknown";
}

const REMOTE: Origin = { source: "Remote", triggerSource: "Unknown" };

/** The events that one session's client gets. */
export class ExcelEvents {
  private readonly listeners = new Set<(message: EventMessage) => void>();
  private active: string;
  /** What happened in a distant view during the request that is running. */
  private seen: ViewEvent[] = [];

  /**
   * @param author the session itself, by which its own changes are known
   * @param distant the session is of somebody at another screen: what is done by hand on this page is remote, its view no concern of theirs
   * @param settings whether changed settings are told
   */
  constructor(
    private readonly book: Book,
    private readonly author: object,
    private readonly distant: boolean,
    private readonly settings: boolean,
  ) {
    this.active = book.active.id;
    SharedBook.of(book).listen((events, by) => {
      const told = distant ? events.filter(({ kind }) => kind !== "sheet-activated" && kind !== "selection") : events;
      const seen = by === author ? this.seen.splice(0) : [];
      this.send([...merged(told), ...seen], by);
    });
  }

  /** In a distant view, which the book knows nothing of. */
  view(event: ViewEvent): void {
    this.seen.push(event);
  }

  listen(receive: (message: EventMessage) => void): () => void {
    this.listeners.add(receive);
    return () => {
      this.listeners.delete(receive);
    };
  }

  /** The request was undone: nothing was seen. */
  drop(): void {
    this.seen = [];
  }

  private originOf(event: BookEvent, by: Author): Origin {
    if (by === null ? this.distant : by !== this.author) return REMOTE;
    const script = "by" in event && event.by === "script";
    return { source: "Local", triggerSource: script ? "ThisLocalAddin" : "Unknown" };
  }

  private send(events: readonly BookEvent[], by: Author): void {
    const messages = events.flatMap((event) => this.messagesOf(event, this.originOf(event, by)));
    if (messages.length === 0 || this.listeners.size === 0) return;
    // Excel's events come in their own turn, never from inside a call.
    setTimeout(() => {
      for (const message of messages) for (const receive of [...this.listeners]) receive(message);
    }, 0);
  }

  private messagesOf(event: BookEvent, origin: Origin): EventMessage[] {
    const { source } = origin;
    switch (event.kind) {
      case "cells": {
        const address = formatA1(event.range);
        return both(TYPE.changed, event.sheet, {
          changeType: "RangeEdited",
          ...origin,
          worksheetId: event.sheet,
          address,
          referenceId: eventRangeId(event.sheet, address),
          shiftDirection: "None",
        });
      }
      case "shifted": {
        const { axis, at, count, kind } = event.shift;
        const last = at + count - 1;
        const whole = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };
        const address = formatA1(
          axis === "rows" ? { ...whole, top: at, bottom: last } : { ...whole, left: at, right: last },
        );
        return both(TYPE.changed, event.sheet, {
          changeType: `${axis === "rows" ? "Row" : "Column"}${kind === "insert" ? "Inserted" : "Deleted"}`,
          ...origin,
          worksheetId: event.sheet,
          address,
          referenceId: eventRangeId(event.sheet, address),
          shiftDirection: "None",
        });
      }
      case "sheet-added":
        return entries(TYPE.added, [WORKBOOK], { source, worksheetId: event.sheet });
      case "sheet-deleted":
        return entries(TYPE.deleted, [WORKBOOK], { source, worksheetId: event.sheet });
      case "sheet-renamed":
        return both(TYPE.renamed, event.sheet, {
          source,
          worksheetId: event.sheet,
          nameBefore: event.before,
          nameAfter: event.after,
        });
      case "sheet-activated": {
        const left = this.active;
        // Univer shows a sheet that was added for a moment, and tells of it when the one before is in view again.
        const passing = !this.distant && event.sheet !== this.book.active.id;
        if (left === event.sheet || passing) return [];
        this.active = event.sheet;
        return [
          ...both(TYPE.deactivated, left, { worksheetId: left }),
          ...both(TYPE.activated, event.sheet, { worksheetId: event.sheet }),
        ];
      }
      case "selection": {
        const told = both(TYPE.selection, event.sheet, {
          address: event.ranges.map((range) => formatA1(range)).join(","),
          worksheetId: event.sheet,
        });
        return [...told, { kind: "selection-changed" }];
      }
      case "calculated":
        return both(TYPE.calculated, event.sheet, { address: formatA1(event.range), worksheetId: event.sheet });
      case "settings":
        return this.settings ? [{ kind: "settings-changed" }] : [];
      default:
        return [];
    }
  }
}

function entries(type: number, targets: readonly string[], message: object): EventMessage[] {
  const text = JSON.stringify(message);
  return [
    {
      kind: "entries",
      entries: targets.map((targetId) => ({ messageCategory: CATEGORY, messageType: type, targetId, message: text })),
    },
  ];
}

function both(type: number, sheet: string, message: object): EventMessage[] {
  return entries(type, [sheet, WORKBOOK], message);
}

/**
 * The cells of one sheet changed by several writes of a request become one event over the block around them, and several settings kept
 * become one event.
 */
function merged(events: readonly BookEvent[]): readonly BookEvent[] {
  const kept: BookEvent[] = [];
  const at = new Map<string, number>();
  for (const event of events) {
    if (event.kind === "settings" && kept.some(({ kind }) => kind === "settings")) continue;
    if (event.kind === "cells") {
      const index = at.get(event.sheet);
      const before = index === undefined ? undefined : kept[index];
      if (index !== undefined && before?.kind === "cells") {
        kept[index] = { ...before, range: bounding(before.range, event.range) };
        continue;
      }
      at.set(event.sheet, kept.length);
    }
    kept.push(event);
  }
  return kept;
}
