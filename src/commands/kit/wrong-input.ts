/** What a person who runs a command can put right. */
import type { Text } from "../../words/text";

/** A wrong argument, or an input that can't be used for what was asked. `text` is for the person; `message` is for logs. */
export class WrongInput extends Error {
  override name = "WrongInput";
  constructor(readonly text: Text) {
    super(text.en);
  }
}
