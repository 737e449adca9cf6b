/** Elements of XML files as data, and as they are written. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[] | string;
}

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Element[] | string = [],
): Element => ({ name, attributes, children });

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Ends with a line break. */
export function writtenElement({ name, attributes, children }: Element, indent = ""): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ");
  if (children.length === 0) return `${indent}<${open} />\n`;
  if (typeof children === "string") return `${indent}<${open}>${escaped(children)}</${name}>\n`;
  return `${indent}<${open}>\n${children.map((child) => writtenElement(child, `${indent}  `)).join("")}${indent}</${name}>\n`;
}
