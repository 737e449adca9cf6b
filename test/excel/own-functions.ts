/** The product's functions in a headless workbook, as the page has them. */
import { loadKnowledge } from "../../src/cli/read-seeds";
import { nodeEngine } from "../../src/workbench/formulas/node-engine";
import { registerFunctions } from "../../src/workbench/formulas/register-functions";
import type { Book } from "../../src/workbench/book/book";

/** Formulas that a workbook came with are worked out anew. */
export async function withOwnFunctions(book: Book): Promise<void> {
  registerFunctions(book.link.api, loadKnowledge(), nodeEngine());
  book.link.recalculate();
  await book.link.calculation.settle();
}
