/** Texts of cells: shared ones by number, and those that stand in a cell itself. */
import { LONGEST_TEXT } from "../cell-text";
import { WorkbookTooLarge } from "../faults";
import type { XmlScanner } from "../xml/scan";
import { unescapeCharacters } from "../xml/tree";

/** Texts read between two chances for other work. */
const BREATH = 2000;

export interface StringItem {
  readonly text: string;
  /** Whether parts of it have looks of their own. */
  readonly rich: boolean;
  /** Whether it is a text alone, without even one run that may have looks. */
  readonly plain: boolean;
}

export interface SharedStrings {
  readonly texts: readonly string[];
  /** Whether any of them has parts with looks of their own. */
  readonly rich: boolean;
}

/** A string item, whose tag is at hand: plain, or runs put together. Readings above Chinese characters are left out. */
export function stringItem(scanner: XmlScanner): StringItem {
  let text = "";
  let runs = 0;
  if (scanner.kind === "open")
    for (let kind = scanner.next(); kind !== "close"; kind = scanner.next()) {
      if (kind === "text") continue;
      if (scanner.name === "t") text += textOf(scanner);
      else if (scanner.name === "r") {
        runs += 1;
        text += runText(scanner);
      } else scanner.skip();
    }
  return { text: unescapeCharacters(text), rich: runs > 1, plain: runs === 0 };
}

function runText(scanner: XmlScanner): string {
  let text = "";
  if (scanner.kind === "open")
    for (let kind = scanner.next(); kind !== "close"; kind = scanner.next())
      if (kind !== "text" && scanner.name === "t") text += textOf(scanner);
      else if (kind !== "text") scanner.skip();
  return text;
}

/** The text directly inside the element whose tag is at hand. */
export function textOf(scanner: XmlScanner): string {
  if (scanner.kind !== "open") return "";
  let kind = scanner.next();
  if (kind === "close") return "";
  let text = "";
  for (; kind !== "close"; kind = scanner.next())
    if (kind === "text") text += scanner.value();
    else scanner.skip();
  return text;
}

/** @throws WorkbookTooLarge */
export function refuseLongText(place: string, text: string): void {
  if (text.length <= LONGEST_TEXT) return;
  throw new WorkbookTooLarge(place, {
    zh: `这里的文字有 ${text.length} 个字符，Excel 一格最多 ${LONGEST_TEXT} 个`,
    en: `its text has ${text.length} characters, a cell of Excel holds ${LONGEST_TEXT}`,
  });
}

/** All texts that cells share, in the order they are numbered; stops now and then so that a page can do other work. */
export function* sharedStrings(scanner: XmlScanner): Generator<void, SharedStrings> {
  const texts: string[] = [];
  let rich = false;
  scanner.next();
  const { name } = scanner;
  if (name !== "sst") throw scanner.broken("不是共享文字表", "it is no list of shared texts");
  if (scanner.kind === "open")
    for (let kind = scanner.next(); kind !== "close"; kind = scanner.next()) {
      if (kind === "text") continue;
      if (scanner.name === "si") {
        const item = stringItem(scanner);
        refuseLongText(`${scanner.part} ${texts.length + 1}`, item.text);
        texts.push(item.text);
        rich ||= item.rich;
        if (texts.length % BREATH === 0) yield;
      } else scanner.skip();
    }
  scanner.next();
  return { texts, rich };
}
