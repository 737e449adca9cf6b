/** What of ours is in the workbook, and what a person without the add-in would see. */
import { Link, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import type { Contents } from "./sharing-state";
import { useSharingWords, type SharingWord } from "./sharing-texts";

export interface ContentsListProps {
  readonly contents: Contents;
  readonly onShow: (sheet: string) => void;
  readonly onRestore: () => void;
}

export function ContentsList({ contents, onShow, onRestore }: ContentsListProps): ReactNode {
  const layout = useLayout();
  const { of } = useWords();
  const say = useSharingWords();
  const { formulas, results, scored, replaced } = contents;
  const list = (names: readonly string[]): string => names.join(say("comma"));
  const sum = (of: (sheet: (typeof formulas)[number]) => number): number =>
    formulas.reduce((all, one) => all + of(one), 0);
  const all = sum(({ working, unknown, waiting }) => working + unknown + waiting);
  const guarded = formulas.filter((sheet) => sheet.protected).map(({ name }) => name);
  const asides: readonly (readonly [SharingWord, number])[] = [
    ["unknown", sum(({ unknown }) => unknown)],
    ["waiting", sum(({ waiting }) => waiting)],
    ["nested", sum(({ nested }) => nested)],
    ["linked", sum(({ linked }) => linked)],
  ];
  const [first] = results;
  return (
    <ul className={mergeClasses(layout.list, layout.tight)}>
      <li className={layout.small}>
        {all === 0 ? (
          say("noFormulas")
        ) : (
          <>
            {say("formulas", { count: all, sheets: list(formulas.map(({ name }) => name)) })}
            {asides.map(([key, count]) => (count === 0 ? null : <span key={key}> {say(key, { count })}</span>))}
            {guarded.length === 0 ? null : <span> {say("guarded", { sheets: list(guarded) })}</span>}
            <br />
            <strong>{say("formulasSeen")}</strong>
          </>
        )}
      </li>
      {replaced === null ? null : (
        <li className={layout.small}>
          {say("replaced", { count: replaced })}{" "}
          <Link as="button" inline className={layout.small} onClick={onRestore}>
            {say("restore")}
          </Link>
        </li>
      )}
      <li className={layout.small}>
        {first === undefined ? (
          say("noResults")
        ) : (
          <>
            {say("results", { sheets: list(results) })}{" "}
            <Link as="button" inline className={layout.small} onClick={() => onShow(first)}>
              {say("goTo")}
            </Link>
          </>
        )}
      </li>
      {scored.map(({ sheet, enterprises, asOf, purpose, assumeGeneral, editions }, at) => (
        <li key={`${sheet} ${at}`} className={layout.small}>
          {say("scored", { sheet, count: enterprises, asOf, purpose: say(purpose) })}{" "}
          {assumeGeneral ? say("assumed") : null}
          <Disclosure title={say("editions")} note={say("editionCount", { count: editions.length })}>
            <ul className={layout.list}>
              {editions.map((edition) => (
                <li key={edition.en}>{of(edition)}</li>
              ))}
            </ul>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
