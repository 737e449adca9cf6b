/**
 * The book's changes as the messages Excel sends to its client. Numbers are the client's event types; a message goes to the sheet it is
 * about and to the workbook, whose collections listen for all sheets.
 */
import { bounding, formatA1, MAX_COLUMNS, MAX_ROWS } from "../book/a1";
import type { Book, BookEvent } from "../book/book";

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

export class ExcelEvents {
  private readonly listeners = new Set<(message: EventMessage) => void>();
  /** Events of the request that is running; null between requests. */
  private held: BookEvent[] | null = null;
  private active: string;

  constructor(book: Book) {
    this.active = book.active.id;
    book.listen((event) => {
      if (this.held === null) this.send([event]);
      else this.held.push(event);
    });
  }

  listen(receive: (message: EventMessage) => void): () => void {
    this.listeners.add(receive);
    return () => {
      this.listeners.delete(receive);
    };
  }

  /** Keeps events back until the request has succeeded. */
  hold(): void {
    this.held = [];
  }

  /** The request succeeded: its events go out, the changes of one sheet as one. */
  release(): void {
    const events = this.held ?? [];
    this.held = null;
    this.send(merged(events));
  }

  /** The request was undone: nothing happened. */
  drop(): void {
    this.held = null;
  }

  private send(events: readonly BookEvent[]): void {
    const messages = events.flatMap((event) => this.messagesOf(event));
    if (messages.length === 0 || this.listeners.size === 0) return;
    // Excel's events come in their own turn, never from inside a call.
    setTimeout(() => {
      for (const message of messages) for (const receive of [...this.listeners]) receive(message);
    }, 0);
  }

  private messagesOf(event: BookEvent): EventMessage[] {
    switch (event.kind) {
      case "cells": {
        const address = formatA1(event.range);
        return both(TYPE.changed, event.sheet, {
          changeType: "RangeEdited",
          source: "Local",
          triggerSource: event.by === "script" ? "ThisLocalAddin" : "Unknown",
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
          source: "Local",
          triggerSource: event.by === "script" ? "ThisLocalAddin" : "Unknown",
          worksheetId: event.sheet,
          address,
          referenceId: eventRangeId(event.sheet, address),
          shiftDirection: "None",
        });
      }
      case "sheet-added":
        return entries(TYPE.added, [WORKBOOK], { source: "Local", worksheetId: event.sheet });
      case "sheet-deleted":
        return entries(TYPE.deleted, [WORKBOOK], { source: "Local", worksheetId: event.sheet });
      case "sheet-renamed":
        return both(TYPE.renamed, event.sheet, {
          source: "Local",
          worksheetId: event.sheet,
          nameBefore: event.before,
          nameAfter: event.after,
        });
      case "sheet-activated": {
        const left = this.active;
        this.active = event.sheet;
        if (left === event.sheet) return [];
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
        return event.sheet === null
          ? []
          : both(TYPE.calculated, event.sheet, { address: "", worksheetId: event.sheet });
      case "settings":
        return [{ kind: "settings-changed" }];
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

/** The cells of one sheet changed by several writes of a request become one event over the block around them. */
function merged(events: readonly BookEvent[]): readonly BookEvent[] {
  const kept: BookEvent[] = [];
  const at = new Map<string, number>();
  for (const event of events) {
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
