/**
 * The ribbon's buttons in WPS. Their code runs on the entry page, the pane on a page of its own: a command is left in the storage that
 * WPS shares between the add-in's pages, and the pane looks there. Nothing here is asynchronous: some builds show no ribbon at all where
 * its callbacks are.
 */
import { iconPath } from "../../manifest/add-in";
import { BUTTON_ICON, commandOf, WPS_FILES } from "../add-in";

/** WPS's storage shared by the pages of an add-in; gone when WPS ends. */
export interface PluginStorage {
  getItem(key: string): unknown;
  setItem(key: string, value: string | number): void;
}

export interface TaskPane {
  readonly ID: number;
  Visible: boolean;
}

/** The part of WPS's `Application` that the ribbon uses. */
export interface RibbonApplication {
  readonly PluginStorage: PluginStorage;
  CreateTaskPane(url: string, title?: string): TaskPane;
  GetTaskPane(id: number): TaskPane | null | undefined;
}

export function isRibbonApplication(found: object | null): found is RibbonApplication {
  return found !== null && "CreateTaskPane" in found && "PluginStorage" in found;
}

/** What WPS passes to a callback. */
export interface RibbonControl {
  readonly Id: string;
}

const PANE_KEY = "zjtx.pane";
const COMMAND_KEY = "zjtx.command";

/** What ribbon.xml calls; every callback returns at once. */
export interface RibbonCallbacks {
  readonly OnAddinLoad: () => boolean;
  readonly OnAction: (control: RibbonControl) => boolean;
  readonly GetImage: (control: RibbonControl) => string;
}

/** @param address of the entry page */
export function ribbonCallbacks(application: () => RibbonApplication, address: string): RibbonCallbacks {
  return {
    OnAddinLoad: () => true,
    OnAction: ({ Id }) => {
      const command = commandOf(Id);
      if (command === null) return false;
      const wps = application();
      if ("calls" in command.does) leaveCommand(wps.PluginStorage, command.does.calls);
      showPane(wps, new URL(WPS_FILES.pane, address).href);
      return true;
    },
    GetImage: () => iconPath(BUTTON_ICON),
  };
}

/** Shows the pane that is there, or makes it. WPS forgets panes of closed windows and then knows no pane by the id. */
function showPane(wps: RibbonApplication, url: string): void {
  const known = Number(wps.PluginStorage.getItem(PANE_KEY));
  const there = known > 0 ? wps.GetTaskPane(known) : null;
  const pane = there ?? wps.CreateTaskPane(url);
  if (!there) wps.PluginStorage.setItem(PANE_KEY, pane.ID);
  pane.Visible = true;
}

/** Numbered, so that the same button pressed again is a new command. */
function leaveCommand(storage: PluginStorage, name: string): void {
  storage.setItem(COMMAND_KEY, `${numberOf(storage.getItem(COMMAND_KEY)) + 1} ${name}`);
}

const numberOf = (kept: unknown): number => (typeof kept === "string" ? Number.parseInt(kept, 10) || 0 : 0);

/** Looks for commands left by the ribbon; each is given once. The first look takes what a button left before the pane was there. */
export class LeftCommands {
  private taken = 0;

  constructor(private readonly storage: PluginStorage) {}

  /** Name of a command that nobody has taken; null where there is none. */
  take(): string | null {
    const kept = this.storage.getItem(COMMAND_KEY);
    const number = numberOf(kept);
    if (typeof kept !== "string" || number <= this.taken) return null;
    this.taken = number;
    this.storage.setItem(COMMAND_KEY, `${number}`);
    return kept.split(" ")[1] ?? null;
  }
}
