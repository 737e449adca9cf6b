/** Drafts of rules in every state. */
import type { DraftActions } from "../views/rules/draft/draft-page";

const nothing = (): Promise<void> => Promise.resolve();

/** Buttons of the gallery do nothing. */
export const NO_DRAFT_ACTIONS: DraftActions = {
  begin: () => Promise.resolve(false),
  open: nothing,
  close: () => undefined,
  choose: nothing,
  showCell: nothing,
  cancel: () => undefined,
  dismiss: () => undefined,
  dismissQuestion: () => undefined,
};
