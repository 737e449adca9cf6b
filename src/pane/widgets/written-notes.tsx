/** What the host says of sheets it has written: why one is not where the earlier was, or what of its look could not be had. */
import type { ReactNode } from "react";
import type { WrittenSheet } from "../../excel/host";
import { useWords } from "../texts/language";
import { Notice } from "./notice";

export function WrittenNotes({ written }: { readonly written: readonly WrittenSheet[] }): ReactNode {
  const { of } = useWords();
  const said = new Set(written.flatMap(({ note }) => (note === undefined ? [] : [of(note)])));
  return [...said].map((note) => (
    <Notice key={note} intent="info">
      {note}
    </Notice>
  ));
}
