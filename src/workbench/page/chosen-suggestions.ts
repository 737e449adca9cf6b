/**
 * Which keys the list of functions that fit what is being typed may take. Univer gives it Enter and Tab for as long as it stands, and a
 * little longer: whoever types fast would get a function of a list that fits what stood there before, or an error where the list is already
 * empty. As in Excel, Enter takes what the arrow keys have chosen, Tab what is marked, and only of a list that fits the name at the cursor.
 * Any other key press means the cell.
 */
import type { Univer } from "@univerjs/core";
import { IEditorService } from "@univerjs/docs-ui";
import { IShortcutService, KeyCode } from "@univerjs/ui";

const LIST_COMMAND = "sheet.formula-embedding-editor.search_function.";
const LIST = 'ul[data-u-comp="sheets-formula-editor"]';
/** Univer marks the suggestion that a key would take by its colour alone. */
const MARKED = "univer-bg-gray-200";
const [NAME_BEFORE, NAME_AFTER] = [/[\p{L}\p{N}._]*$/u, /^[\p{L}\p{N}._]*/u];

/** To be called before the first cell is edited. */
export function takeOnlyChosenSuggestions(univer: Univer): void {
  const injector = univer.__getInjector();
  const shortcuts = injector.get(IShortcutService);
  const register = shortcuts.registerShortcut.bind(shortcuts);
  const nameAtCursor = (): string | null => {
    const editor = injector.get(IEditorService).getFocusEditor();
    const [cursor, ...others] = editor?.getSelectionRanges() ?? [];
    if (!editor || cursor?.collapsed !== true || others.length > 0) return null;
    const text = editor.getDocumentData().body?.dataStream ?? "";
    const [[before = ""] = [], [after = ""] = []] = [
      NAME_BEFORE.exec(text.slice(0, cursor.startOffset)),
      NAME_AFTER.exec(text.slice(cursor.startOffset)),
    ].map((found) => found ?? []);
    return before + after;
  };
  let chosen = false;
  const fits = (key: number | undefined): boolean => {
    const list = document.querySelector(LIST);
    // The first part of each suggestion is what was looked for.
    const looked = list?.querySelector("li span span")?.textContent ?? "";
    if (list === null || looked === "" || looked.toLowerCase() !== nameAtCursor()?.toLowerCase()) return false;
    if (key === KeyCode.ARROW_UP || key === KeyCode.ARROW_DOWN) chosen = true;
    const marked = list.getElementsByClassName(MARKED).length > 0;
    if (key === KeyCode.ENTER) return marked && chosen;
    return key !== KeyCode.TAB || marked;
  };
  shortcuts.registerShortcut = (shortcut) => {
    if (!shortcut.id.startsWith(LIST_COMMAND)) return register(shortcut);
    // Its keys are registered anew with each new list.
    chosen = false;
    return register({ ...shortcut, preconditions: () => fits(shortcut.binding) });
  };
}
