/** Notes on cells: each on a cell of its own, by an author listed, with a shape in the old drawing that Excel still wants. */
import { cellAt } from "./cell-range";
import { LONGEST_TEXT } from "./check-cells";
import { says, type Findings } from "./finding";
import type { PackageUnderCheck } from "./package-under-check";
import type { SheetFacts } from "./sheet-facts";
import { allOf, childOf, childrenOf, itemText, numberOf, type XmlElement } from "./xml-tree";

export function checkNotes(sheet: SheetFacts, opened: PackageUnderCheck, findings: Findings): void {
  for (const { target } of opened.links(sheet.part, "comments")) {
    const comments = opened.tree(target);
    if (!comments) continue;
    const report = findings.of(target);
    const authors = childrenOf(childOf(comments, "authors"), "author").length;
    const shapes = shapesOf(sheet, opened);
    const seen = new Set<string>();
    for (const comment of childrenOf(childOf(comments, "commentList"), "comment")) {
      const ref = comment.attributes.ref ?? "";
      const cell = cellAt(ref);
      if (cell === null || seen.has(ref))
        report.add(
          "note-cell",
          ref,
          says("批注的单元格地址不对，或同一格有两条", "a note on no cell, or two on one"),
          says("每个单元格写一条批注", "write one note a cell"),
        );
      seen.add(ref);
      const author = numberOf(comment, "authorId") ?? 0;
      if (!(author >= 0 && author < authors))
        report.add(
          "note-author",
          ref,
          says(`作者编号 ${author} 超出 authors 的 ${authors} 位`, `author ${author} of ${authors} listed`),
          says("编号从 0 起，改成列出的一位", "numbers begin at 0: name one that is listed"),
        );
      const { length } = itemText(childOf(comment, "text"));
      if (length > LONGEST_TEXT)
        report.add(
          "long-text",
          ref,
          says(
            `批注有 ${length} 个字符，最多 ${LONGEST_TEXT} 个`,
            `a note of ${length} characters; ${LONGEST_TEXT} is the most`,
          ),
          says("缩短它", "shorten it"),
        );
      if (cell && !shapes.has(`${cell.row - 1},${cell.column - 1}`))
        report.add(
          "note-without-shape",
          ref,
          says("vmlDrawing 里没有这条批注的图形", "the sheet's vmlDrawing has no shape for the note"),
          says(
            "在 vmlDrawing 里为它写一个 Note 图形，并由 legacyDrawing 引用",
            "write a shape of type Note for it and link the drawing by legacyDrawing",
          ),
        );
    }
  }
}

/** Rows and columns, from 0, that the sheet's old drawing has shapes of notes for. */
function shapesOf(sheet: SheetFacts, opened: PackageUnderCheck): ReadonlySet<string> {
  const id = childOf(opened.tree(sheet.part), "legacyDrawing")?.attributes["r:id"];
  const link = opened.linked(sheet.part, id);
  const drawing = link && opened.tree(link.target);
  const at = (data: XmlElement, name: string): string => childOf(data, name)?.text.trim() ?? "";
  const notes = [...allOf(drawing, "x:ClientData")].filter(({ attributes }) => attributes.ObjectType === "Note");
  return new Set(notes.map((data) => `${at(data, "x:Row")},${at(data, "x:Column")}`));
}
