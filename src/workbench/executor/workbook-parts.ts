/** The workbook's protection and properties. Both last as long as the workbook is open: they are not saved. */
import type { Book } from "../book/book";
import { text } from "./arguments";
import { refuse } from "./excel-error";
import type { ClassTable, Scalar } from "./member-table";

export const workbookProtectionTable: ClassTable<Book> = {
  name: "WorkbookProtection",
  scalars: { protected: { get: (book) => book.structureProtected } },
  methods: {
    protect: (book) => {
      if (book.structureProtected) refuse("InvalidOperation", "The workbook is protected already.");
      book.protectStructure(true);
    },
    unprotect: (book) => {
      book.protectStructure(false);
    },
  },
};

function property(name: string): Scalar<Book> {
  return {
    get: (book) => book.properties[name] ?? "",
    set: (book, value) => {
      book.setProperty(name, text(value));
    },
  };
}

export const documentPropertiesTable: ClassTable<Book> = {
  name: "DocumentProperties",
  scalars: {
    author: property("author"),
    category: property("category"),
    comments: property("comments"),
    company: property("company"),
    keywords: property("keywords"),
    subject: property("subject"),
    title: property("title"),
  },
};
