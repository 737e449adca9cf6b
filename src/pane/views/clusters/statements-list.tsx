/** What the documents say without figures, document by document: fields they name, layouts, programmes. */
import { mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { DocumentStatements } from "../../../clusters/published";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import { useClusterWords } from "./cluster-texts";

export function StatementsList({ documents }: { readonly documents: readonly DocumentStatements[] }): ReactNode {
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const count = documents.reduce((all, { statements }) => all + statements.length, 0);
  return (
    <Disclosure title={say("statements")} note={say("publishedCount", { count })} level={2}>
      {documents.map(({ document, title, statements }) => (
        <Disclosure
          key={document}
          title={of(title)}
          note={say("publishedCount", { count: statements.length })}
          level={3}
        >
          <ul className={layout.list}>
            {statements.map(({ text, source }) => (
              <li key={of(text)}>
                <p className={layout.text}>{of(text)}</p>
                <p className={mergeClasses(layout.small, layout.quiet)}>{of(source)}</p>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </Disclosure>
  );
}
