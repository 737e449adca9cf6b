import type { Book } from "../book/book";
import { optionalWord, word } from "./arguments";
import { refuse } from "./excel-error";
import type { ClassTable } from "./member-table";

export const applicationTable: ClassTable<Book> = {
  name: "Application",
  scalars: {
    calculationMode: {
      get: () => "Automatic",
      set: (_book, value) => {
        const mode = word(value, ["Automatic", "AutomaticExceptTables", "Manual"]);
        if (mode === "Manual")
          refuse("NotImplemented", "The workbench always calculates: Application.calculationMode can't be Manual.");
      },
    },
    calculationState: { get: ({ link }) => (link.calculation.settled ? "Done" : "Calculating") },
    decimalSeparator: { get: () => "." },
    thousandsSeparator: { get: () => "," },
    useSystemSeparators: { get: () => true },
  },
  methods: {
    calculate: (book, [type]) => {
      optionalWord(type, ["Recalculate", "Full", "FullRebuild"], "Recalculate");
      book.link.recalculate();
    },
    // Formulas are worked out after a request's writes and before its reads in any case, and the page is drawn between requests.
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
};
