/** The cells that charts are drawn from follow what happens to sheets, as in Excel. */
import { formatA1, parseA1, quoteSheet, splitReference } from "./a1";
import type { Book } from "./book";
import { shifted, type Shift } from "./shift";
import type { LiveChart } from "./sheet-extras";

/** Excel's own text for a reference whose cells are gone. */
const GONE = "#REF!";

function sameName(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/** Rewrites the references of every chart; sheets without a change are left alone. */
function rewrite(book: Book, reference: (text: string) => string): void {
  for (const { extras } of book.sheets) {
    const charts = extras.get("charts");
    const next = charts.map((chart): LiveChart => {
      const series = chart.series.map((one) => {
        const [categories, values] = [reference(one.categories), reference(one.values)];
        return categories === one.categories && values === one.values ? one : { ...one, categories, values };
      });
      return series.every((one, index) => one === chart.series[index]) ? chart : { ...chart, series };
    });
    if (next.some((chart, index) => chart !== charts[index])) extras.set("charts", next);
  }
}

export function renameInCharts(book: Book, before: string, after: string): void {
  rewrite(book, (text) => {
    const { sheet, address } = splitReference(text);
    return sameName(sheet, before) ? `${quoteSheet(after)}!${address}` : text;
  });
}

export function shiftCharts(book: Book, name: string, shift: Shift): void {
  rewrite(book, (text) => {
    const { sheet, address } = splitReference(text);
    const range = sheet !== null && sameName(sheet, name) ? parseA1(address) : null;
    if (sheet === null || range === null) return text;
    const place = shifted(range, shift);
    return `${quoteSheet(sheet)}!${place === null ? GONE : formatA1(place, true)}`;
  });
}
