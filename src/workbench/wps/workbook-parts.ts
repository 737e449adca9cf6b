/** Names and custom XML parts of the workbook as WPS has them. */
import { type WpsName, type WpsNames, type WpsXmlPart, type WpsXmlParts } from "../../wps/host/objects";
import { quoteSheet } from "../book/a1";
import type { LiveName } from "../book/names";
import { makers } from "../executor/classes";
import { Members, type World } from "./world";

/** Settings of the book under such keys are parts, in the order they were added. */
const PART = "wps.part.";

const namespaceOf = (xml: string): string => /xmlns="([^"]*)"/.exec(xml)?.[1] ?? "";

export function wpsXmlParts(world: World, of: string | null = null): WpsXmlParts {
  const { book } = world;
  const keys = (): readonly string[] =>
    Object.keys(book.settings)
      .filter((key) => key.startsWith(PART) && (of === null || namespaceOf(book.settings[key] ?? "") === of))
      .sort((one, other) => Number(one.slice(PART.length)) - Number(other.slice(PART.length)));
  const part = (key: string): WpsXmlPart =>
    world.strict("CustomXMLPart", {
      get XML() {
        return book.settings[key] ?? "";
      },
      Delete: () => {
        const { [key]: _gone, ...others } = book.settings;
        book.setSettings(others);
      },
    });
  return world.strict("CustomXMLParts", {
    get Count() {
      return keys().length;
    },
    Item: (index: number) => {
      const key = keys()[index - 1];
      if (key === undefined) throw new Error(`there is no custom XML part ${index}`);
      return part(key);
    },
    Add: (xml: string) => {
      if (of !== null) throw new Error("a part is added to the workbook's parts");
      if (!/^<[a-z]+ xmlns="[^"]+">[^]*<\/[a-z]+>$/.test(xml) || /&(?!(?:amp|lt|gt|#13);)/.test(xml))
        throw new Error("a custom XML part is well-formed XML");
      const last = Number(keys().at(-1)?.slice(PART.length) ?? 0);
      const key = PART + String(last + 1);
      book.setSettings({ ...book.settings, [key]: xml });
      return part(key);
    },
    SelectByNamespace: (uri: string) => wpsXmlParts(world, uri),
  });
}

export function wpsNames(world: World): WpsNames {
  const { book } = world;
  const shown = (name: LiveName): string => {
    const sheet = name.sheet === null ? null : book.sheet(name.sheet);
    return sheet === null ? name.name : `${quoteSheet(sheet.name)}!${name.name}`;
  };
  const item = (id: string): WpsName => {
    const live = (): LiveName => {
      const found = book.names.all.find((one) => one.id === id);
      if (found === undefined) throw new Error("the name is gone");
      return found;
    };
    return world.strict<WpsName>("Name", {
      get Name() {
        return shown(live());
      },
      set Name(_value: string) {
        throw new Error("the stand-in renames no names");
      },
      get RefersTo(): unknown {
        return live().formula;
      },
      set RefersTo(value: unknown) {
        if (typeof value !== "string" || !value.startsWith("=")) throw new Error("a name refers to a formula");
        book.names.set({ ...live(), formula: value });
      },
      Delete: () => {
        book.names.remove(live());
      },
    });
  };
  return world.strict<WpsNames>("Names", {
    get Count() {
      return book.names.all.length;
    },
    Item: (index) => {
      const { all } = book.names;
      const found = typeof index === "number" ? all[index - 1] : all.find((one) => shown(one) === index);
      if (found === undefined) throw new Error(`there is no name ${index}`);
      return item(found.id);
    },
    Add: (name, refersTo) => {
      new Members(world, makers.names({ book, sheet: null })).made("add", name, refersTo);
    },
  });
}
