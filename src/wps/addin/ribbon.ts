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
  /** Null where no workbook is open. */
  readonly ActiveWorkbook: { readonly FullName: string } | null;
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

/** Each workbook's window has a pane of its own, and a command is for the pane beside the workbook in front. */
const bookOf = ({ ActiveWorkbook }: RibbonApplication): string => ActiveWorkbook?.FullName ?? "";
const paneKey = (book: string): string => `zjtx.pane ${book}`;
const commandKey = (book: string): string => `zjtx.command ${book}`;

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
      if ("calls" in command.does) leaveCommand(wps, command.does.calls);
      showPane(wps, new URL(WPS_FILES.pane, address).href);
      return true;
    },
    GetImage: () => iconPath(BUTTON_ICON),
  };
}

/** Shows the pane that is there, or makes it. WPS forgets panes of closed windows and then knows no pane by the id. */
function showPane(wps: RibbonApplication, url: string): void {
  const key = paneKey(bookOf(wps));
  const known = Number(wps.PluginStorage.getItem(key));
  const there = known > 0 ? wps.GetTaskPane(known) : null;
  const pane = there ?? wps.CreateTaskPane(url);
  if (!there) wps.PluginStorage.setItem(key, pane.ID);
  pane.Visible = true;
}

/** Numbered, so that the same button pressed again is a new command. */
function leaveCommand(wps: RibbonApplication, name: string): void {
  const key = commandKey(bookOf(wps));
  wps.PluginStorage.setItem(key, `${numberOf(wps.PluginStorage.getItem(key)) + 1} ${name}`);
}

const numberOf = (kept: unknown): number => (typeof kept === "string" ? Number.parseInt(kept, 10) || 0 : 0);

/** Looks for commands left by the ribbon; each is given once. The first look takes what a button left before the pane was there. */
export class LeftCommands {
  private taken = 0;

  /** @param book asked at each look for the workbook's full name, which saving it elsewhere changes */
  constructor(
    private readonly storage: PluginStorage,
    private readonly book: () => string,
  ) {}

  /** Name of a command that nobody has taken; null where there is none. */
  take(): string | null {
    const key = commandKey(this.book());
    const kept = this.storage.getItem(key);
    const number = numberOf(kept);
    if (typeof kept !== "string" || number <= this.taken) return null;
    this.taken = number;
    this.storage.setItem(key, `${number}`);
    return kept.split(" ")[1] ?? null;
  }
}
