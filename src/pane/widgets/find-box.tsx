/** The box a list is searched by. Its button that empties it would speak English in every language by itself. */
import { SearchBox, type SearchBoxProps } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../texts/language";

export function FindBox(props: Omit<SearchBoxProps, "dismiss">): ReactNode {
  const { say } = useWords();
  return <SearchBox {...props} dismiss={{ "aria-label": say("emptySearch") }} />;
}
