/** What the button of a trouble does. */
import type { Language } from "../../../words/text";
import type { ScoringModel } from "./scoring-model";
import type { Remedy } from "./scoring-state";

export async function mend(model: ScoringModel, remedy: Remedy, language: Language): Promise<void> {
  switch (remedy.kind) {
    case "look-again":
      await (model.state.phase === "starting" ? model.start() : model.look());
      return;
    case "score-again":
      await model.score(language);
      return;
    case "show-sheet":
      await model.showSheet(remedy.sheet);
      await model.look(remedy.sheet);
      return;
    case "score-whole":
      model.setOnlySelected(false);
      model.dismissTrouble();
      await model.score(language);
      return;
    case "pick-heading":
    // The view opens its dialog.
  }
}
