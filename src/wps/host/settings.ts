/**
 * What the product keeps in the workbook itself: one custom XML part a key, each under a namespace of its own. It travels with the file and
 * is gone when the file is. Excel's add-in keeps its settings where WPS does not look, so that neither sees those of the other.
 */
import type { Doing } from "../../excel/trouble";
import type { WpsConnection } from "./connection";
import type { WpsWorkbook, WpsXmlPart } from "./objects";

const READING: Doing = { zh: "读取工作簿里保存的设置", en: "reading the settings kept in the workbook" };
const SAVING: Doing = { zh: "把设置保存到工作簿", en: "keeping the settings in the workbook" };

/** Namespace of a key's part. */
export const settingNamespace = (key: string): string => `urn:zjtx:setting:${encodeURIComponent(key)}`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");

const unescaped = (xml: string): string =>
  xml
    .replaceAll("&#13;", "\r")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

const written = (key: string, value: unknown): string =>
  `<setting xmlns="${settingNamespace(key)}">${escaped(JSON.stringify(value))}</setting>`;

/** Null for a part that is none of ours. Anyone may have edited it. */
function valueOf({ XML }: WpsXmlPart): unknown {
  const [, content] = /<setting[^>]*>([\s\S]*)<\/setting>\s*$/.exec(XML) ?? [];
  if (content === undefined) return null;
  try {
    const value: unknown = JSON.parse(unescaped(content));
    return value;
  } catch {
    return null;
  }
}

function partsOf({ CustomXMLParts }: WpsWorkbook, key: string): readonly WpsXmlPart[] {
  const parts = CustomXMLParts.SelectByNamespace(settingNamespace(key));
  return Array.from({ length: parts.Count }, (_, index) => parts.Item(index + 1));
}

/** Null where nothing is kept. Of several parts, which a cut-off change may leave, the last is the newest. */
export function settingIn(workbook: WpsWorkbook, key: string): unknown {
  const last = partsOf(workbook, key).at(-1);
  return last === undefined ? null : valueOf(last);
}

/** Null removes the key. The new part is there before the old one goes. */
export function keepSetting(workbook: WpsWorkbook, key: string, value: unknown): void {
  const before = partsOf(workbook, key);
  if (value !== null) workbook.CustomXMLParts.Add(written(key, value));
  for (const part of before) part.Delete();
}

export function readSetting(connection: WpsConnection, key: string): Promise<unknown> {
  return connection.run(READING, () => settingIn(connection.workbook, key));
}

export function saveSetting(connection: WpsConnection, key: string, value: unknown): Promise<void> {
  return connection.change(SAVING, () => connection.still(() => keepSetting(connection.workbook, key, value)));
}

/** WPS does one thing after another and nobody else is at the workbook: reading and writing at once is enough. */
export function changeSetting<T>(connection: WpsConnection, key: string, change: (kept: unknown) => T): Promise<T> {
  return connection.change(SAVING, () =>
    connection.still(() => {
      const value = change(settingIn(connection.workbook, key));
      keepSetting(connection.workbook, key, value);
      return value;
    }),
  );
}
