/** Options of a command as data: parsing, help, and what is said of a wrong one all follow from them. */
import type { Text } from "../../words/text";

/** One of the words an option takes. */
export interface Choice {
  readonly id: string;
  readonly name: Text;
}

interface NamedOption {
  /** Without its dashes: `as-of`. */
  readonly name: string;
  /** What it does, a line or several. */
  readonly about: Text;
}

/** On where it is written. */
export interface FlagOption extends NamedOption {
  readonly kind: "flag";
}

/** Followed by a value. */
export interface ValueOption extends NamedOption {
  readonly kind: "value";
  /** What stands for the value in the help: 表名, NAME. */
  readonly value: Text;
  /** The only words it takes; left out where any text will do, or where the command checks it itself. */
  readonly choices?: readonly Choice[];
  /** Words the help lists below it, where they come from the release. */
  readonly known?: () => readonly Choice[];
}

/** A value that may be given several times. */
export interface ManyOption extends NamedOption {
  readonly kind: "many";
  readonly value: Text;
}

export type Option = FlagOption | ValueOption | ManyOption;

/** Options that belong together in the help; the first group needs no title. */
export interface OptionGroup {
  readonly title?: Text;
  readonly options: readonly Option[];
}
