/** Conditional formats of the book, shown by Univer. The book holds them; Univer's own copies come and go with it. */
import type {} from "@univerjs/sheets-conditional-formatting/facade";
import { CFValueType } from "@univerjs/sheets-conditional-formatting";
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import type { LiveFormat } from "../book/sheet-extras";

const ADD = "sheet.mutation.add-conditional-rule";
const DELETE = "sheet.mutation.delete-conditional-rule";

/** Keeps Univer's rules in step with the book; gives the way to stop. */
export function showConditions(book: Book): () => void {
  const shown = new Map<string, { readonly formats: readonly LiveFormat[]; readonly rules: readonly string[] }>();
  const refresh = (sheet: Sheet): void => {
    const formats = sheet.extras.get("formats");
    const before = shown.get(sheet.id);
    if (before?.formats === formats || (!before && formats.length === 0)) return;
    const where = { unitId: book.link.unitId, subUnitId: sheet.id };
    for (const cfId of before?.rules ?? []) book.link.api.syncExecuteCommand(DELETE, { ...where, cfId });
    // Univer puts the newest first, so the last in rank goes in first.
    const rules = formats.toReversed().flatMap((format) => {
      const rule = ruleOf(book, sheet, format);
      if (rule) book.link.api.syncExecuteCommand(ADD, { ...where, rule });
      return rule ? [rule.cfId] : [];
    });
    shown.set(sheet.id, { formats, rules });
  };
  for (const sheet of book.sheets) refresh(sheet);
  return book.listen((event) => {
    if (event.kind !== "sheet" && event.kind !== "sheet-added") return;
    const sheet = book.sheet(event.sheet);
    if (sheet) refresh(sheet);
  });
}

function ruleOf(book: Book, sheet: Sheet, format: LiveFormat) {
  const builder = book.link.facade.getSheetBySheetId(sheet.id)?.newConditionalFormattingRule();
  if (!builder) return null;
  const ranges = format.ranges.map(({ top, left, bottom, right }) => ({
    startRow: top,
    startColumn: left,
    endRow: bottom,
    endColumn: right,
  }));
  const { rule } = format;
  if (rule.kind === "data-bar") {
    const config = {
      min: { type: CFValueType.min },
      max: { type: CFValueType.max },
      positiveColor: rule.color,
      nativeColor: rule.color,
    };
    return builder
      .setDataBar({ ...config, isGradient: false, isShowValue: true })
      .setRanges(ranges)
      .build();
  }
  const highlight =
    rule.kind === "formula"
      ? builder.whenFormulaSatisfied(rule.formula)
      : rule.operator === "contains"
        ? builder.whenTextContains(rule.text)
        : builder.whenTextStartsWith(rule.text);
  if (format.fill !== undefined) highlight.setBackground(format.fill);
  if (format.fontColor !== undefined) highlight.setFontColor(format.fontColor);
  if (format.bold !== undefined) highlight.setBold(format.bold);
  return { ...highlight.setRanges(ranges).build(), stopIfTrue: format.stopIfTrue === true };
}
