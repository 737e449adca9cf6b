/** A question the page has to ask before it goes on. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

export interface Question {
  readonly title: string;
  readonly body: string;
  /** First the one to choose by default; "cancel" is always there besides. */
  readonly answers: readonly { readonly word: string; readonly act: () => void }[];
}

export function QuestionDialog(props: {
  readonly question: Question | null;
  readonly cancel: string;
  readonly onClose: () => void;
}): ReactNode {
  const { question, cancel, onClose } = props;
  return (
    <Dialog
      open={question !== null}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{question?.title}</DialogTitle>
          <DialogContent>{question?.body}</DialogContent>
          <DialogActions fluid>
            {question?.answers.map(({ word, act }, index) => (
              <Button
                key={word}
                appearance={index === 0 ? "primary" : "secondary"}
                onClick={() => {
                  onClose();
                  act();
                }}
              >
                {word}
              </Button>
            ))}
            <Button onClick={onClose}>{cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
