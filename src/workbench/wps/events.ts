/** What happens in the book, told as WPS tells it: while the change happens. */
import type { WpsEvents } from "../../wps/host/objects";
import type { BookEvent } from "../book/book";
import type { World } from "./world";

type Listener = (...told: readonly unknown[]) => void;

/** WPS's own name of an event, and what it tells; null for what WPS tells nobody. */
function toldOf(world: World, workbook: unknown, event: BookEvent): { name: string; told: readonly unknown[] } | null {
  const sheet = "sheet" in event ? world.book.sheet(event.sheet) : null;
  switch (event.kind) {
    case "cells":
      return sheet && { name: "SheetChange", told: [world.sheet(sheet), world.range(sheet, event.range)] };
    case "selection": {
      const [range] = event.ranges;
      if (sheet === null || range === undefined) return null;
      return { name: "SheetSelectionChange", told: [world.sheet(sheet), world.range(sheet, range)] };
    }
    case "sheet-activated":
      return sheet && { name: "SheetActivate", told: [world.sheet(sheet)] };
    case "sheet-added":
      return sheet && { name: "WorkbookNewSheet", told: [workbook, world.sheet(sheet)] };
    case "sheet-deleted":
      return { name: "SheetBeforeDelete", told: [null] };
    default:
      return null;
  }
}

export function wpsEvents(world: World, workbook: unknown): WpsEvents {
  const listeners = new Map<string, Set<Listener>>();
  world.book.listen((event) => {
    if (!world.switches.EnableEvents) return;
    const told = toldOf(world, workbook, event);
    for (const listener of told === null ? [] : [...(listeners.get(told.name) ?? [])]) listener(...(told?.told ?? []));
  });
  return world.strict<WpsEvents>("ApiEvent", {
    AddApiEventListener: (name, listener) => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    RemoveApiEventListener: (name, listener) => {
      listeners.get(name)?.delete(listener);
    },
  });
}
