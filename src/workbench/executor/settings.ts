import type { Book } from "../book/book";
import { text } from "./arguments";
import { refuse } from "./excel-error";
import { bind, type Bound, type ClassTable } from "./member-table";

export interface SettingTarget {
  readonly book: Book;
  readonly key: string;
}

function valueOf({ book, key }: SettingTarget): unknown {
  const json = Object.hasOwn(book.settings, key) ? book.settings[key] : undefined;
  return json === undefined ? refuse("ItemNotFound") : JSON.parse(json);
}

function keep({ book, key }: SettingTarget, value: unknown): void {
  book.setSettings({ ...book.settings, [key]: JSON.stringify(value ?? null) });
}

const settingTable: ClassTable<SettingTarget> = {
  name: "Setting",
  id: { wire: "_Id", of: ({ key }) => key },
  scalars: {
    key: { get: ({ key }) => key },
    value: { get: valueOf, set: keep },
  },
  methods: {
    delete: ({ book, key }) => {
      book.setSettings(Object.fromEntries(Object.entries(book.settings).filter(([one]) => one !== key)));
    },
  },
};

function settingOf(book: Book, key: unknown): Bound | null {
  const wanted = text(key);
  return Object.hasOwn(book.settings, wanted) ? bind(settingTable, { book, key: wanted }) : null;
}

export const settingsTable: ClassTable<Book> = {
  name: "SettingCollection",
  events: ["onSettingsChanged"],
  items: (book) => Object.keys(book.settings).map((key) => bind(settingTable, { book, key })),
  indexer: (book, [key]) => settingOf(book, key) ?? refuse("ItemNotFound"),
  methods: {
    add: (book, [key, value]) => {
      const target = { book, key: text(key) };
      keep(target, value);
      return bind(settingTable, target);
    },
    getCount: (book) => Object.keys(book.settings).length,
    getItemOrNullObject: (book, [key]) => settingOf(book, key),
  },
};

export const settingTables = [settingTable, settingsTable] as const;
