/**
 * What the page and the pane in its frame tell one another. Both come from the same origin:
 * - the pane finds the open workbook's session at `window.parent.zjtxSession`; when another file is opened, the page loads the frame anew;
 * - language and theme come with the frame's address (`pane.html?lang=zh&theme=dark`) and, when they change, in a message from the page
 *   to the frame: `{ "kind": "zjtx-look", "language": "en", "theme": "light" }`.
 */
import { z } from "zod";
import type { Language } from "../../words/text";
import type { PaneTheme } from "../../pane/frame/pane-theme";
import type { WpsApplication } from "../../wps/host/objects";
import type { ExcelSession } from "../executor/session";

declare global {
  interface Window {
    /** The session of the workbook that is open on the page. */
    zjtxSession?: ExcelSession;
    /** The same workbook as WPS has it, for a pane that works over WPS's host. */
    zjtxWps?: WpsApplication;
  }
}

export interface Look {
  readonly language: Language;
  readonly theme: PaneTheme;
}

export const LANGUAGES = ["zh", "en"] as const satisfies readonly Language[];
export const THEME_NAMES = ["light", "dark", "contrast"] as const satisfies readonly PaneTheme[];

const languageSchema = z.enum(LANGUAGES);
const themeSchema = z.enum(THEME_NAMES);
const messageSchema = z.object({ kind: z.literal("zjtx-look"), language: languageSchema, theme: themeSchema });

/** Which spreadsheet the workbench stands in for. */
export type Host = "excel" | "wps";

/** What a page's or a frame's address asks for; Excel where it asks for nothing: `npm start -- --wps`. */
export function hostOfAddress(search: string): Host {
  return new URLSearchParams(search).get("host") === "wps" ? "wps" : "excel";
}

/** The frame's address. */
export function paneAddress({ language, theme }: Look, host: Host): string {
  return `pane.html?lang=${language}&theme=${theme}${host === "wps" ? "&host=wps" : ""}`;
}

/** The look an address asks for; Chinese and light where it asks for none. */
export function lookOfAddress(search: string): Look {
  const asked = new URLSearchParams(search);
  return {
    language: languageSchema.catch("zh").parse(asked.get("lang")),
    theme: themeSchema.catch("light").parse(asked.get("theme")),
  };
}

/** Tells the pane in a frame that the look has changed. */
export function tellLook(frame: Window, { language, theme }: Look): void {
  frame.postMessage({ kind: "zjtx-look", language, theme }, window.location.origin);
}

/** In the pane: calls `listener` on each change; gives the way to stop. Messages from elsewhere are passed over. */
export function onLook(listener: (look: Look) => void): () => void {
  const receive = (event: MessageEvent<unknown>): void => {
    if (event.origin !== window.location.origin || event.source !== window.parent) return;
    const message = messageSchema.safeParse(event.data);
    if (message.success) listener({ language: message.data.language, theme: message.data.theme });
  };
  window.addEventListener("message", receive);
  return () => window.removeEventListener("message", receive);
}
