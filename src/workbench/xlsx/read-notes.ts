/** Notes of a sheet, read from its part of comments. */
import type { BookNote } from "../../xlsx/book-file";
import { rangeOf } from "./cell-range";
import type { PackageParts } from "../../xlsx/container/package-parts";
import type { Relationship } from "../../xlsx/workbook-outline";
import { childOf, childrenOf, stringItemText } from "../../xlsx/xml/tree";

/** How Excel signs the note that older programs see in place of a threaded comment. */
const THREAD = "tc=";

export function readNotes(parts: PackageParts, links: readonly Relationship[]): BookNote[] {
  const part = links.find(({ type, target }) => type === "comments" && parts.has(target))?.target;
  if (part === undefined) return [];
  const root = parts.xml(part);
  const authors = childrenOf(childOf(root, "authors"), "author").map(({ text }) => text);
  return childrenOf(childOf(root, "commentList"), "comment").flatMap((node) => {
    const place = rangeOf(node.attributes.ref ?? "");
    const content = childOf(node, "text");
    const author = authors[Number(node.attributes.authorId)] ?? "";
    if (!place || !content || author.startsWith(THREAD)) return [];
    return [{ row: place.top, column: place.left, author, text: stringItemText(content) }];
  });
}
