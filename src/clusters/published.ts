/** What the documents of a release print beside their targets, as a person reads it: figures scope by scope, and what is said without one. */
import type { Text } from "../words/text";
import {
  actualsOf,
  figureName,
  listText,
  KIND_TEXTS,
  printedText,
  scopeName,
  sourceText,
  type Targets,
} from "./targets";

export interface PublishedFigure {
  readonly id: string;
  readonly name: Text;
  readonly kind: Text;
  /** As printed: 超过30000家. */
  readonly value: Text;
  /** The day, month or year it is of. */
  readonly at: string;
  readonly source: Text;
  readonly note: Text | null;
}

export interface PublishedScope {
  readonly scope: Text;
  readonly figures: readonly PublishedFigure[];
}

/** Scopes in the order of the seeds, those without a figure left out; the newest figures first. */
export function publishedByScope(targets: Targets): readonly PublishedScope[] {
  return targets.scopes.flatMap(({ id }): PublishedScope[] => {
    const own = actualsOf(targets)
      .filter(({ scope }) => scope === id)
      .sort((one, other) => (one.at === other.at ? 0 : one.at < other.at ? 1 : -1));
    if (own.length === 0) return [];
    const figures = own.map((one): PublishedFigure => ({
      id: one.id,
      name: figureName(targets, one),
      kind: one.part ?? KIND_TEXTS[one.kind],
      value: printedText(targets, one),
      at: one.at,
      source: sourceText(targets, one),
      note: one.note,
    }));
    return [{ scope: scopeName(targets, id), figures }];
  });
}

export interface DocumentStatements {
  readonly document: string;
  readonly title: Text;
  readonly statements: readonly { readonly text: Text; readonly source: Text }[];
}

/** What each document says without a figure, and what it names one by one. */
export function statementsByDocument(targets: Targets): readonly DocumentStatements[] {
  return targets.sets.flatMap(({ document, statements, lists }): DocumentStatements[] => {
    const title = targets.documents.find(({ id }) => id === document)?.title ?? { zh: document, en: document };
    const said = [...lists.map((list) => ({ text: listText(list), lines: list.lines })), ...statements];
    return said.length === 0
      ? []
      : [
          {
            document,
            title,
            statements: said.map(({ text, lines }) => ({ text, source: sourceText(targets, { document, lines }) })),
          },
        ];
  });
}
