/** Why a piece of work is not done, in words for a person. */
import type { Text } from "../../words/text";
import type { RefusalKind } from "./messages";

/** A reason to stop that a person can do something about. */
export class Refused extends Error {
  override readonly name: string = "Refused";
  constructor(
    readonly text: Text,
    readonly why: RefusalKind = "other",
  ) {
    super(text.en);
  }
}

const LOST: Text = {
  zh: "后台计算突然停了，工作簿没有改动。请再试一次；名单特别大时，先关掉别的大文件。",
  en: "The run stopped unexpectedly; the workbook is unchanged. Please try again. With a very large list, close other large files first.",
};

/** The worker has ended by itself. All that waited for it get the same one, so that it can be said once. */
export class WorkerLost extends Refused {
  override readonly name = "WorkerLost";
  private told = false;
  constructor() {
    super(LOST);
  }

  /** What to say; null where somebody has said it already. */
  tellOnce(): Text | null {
    if (this.told) return null;
    this.told = true;
    return this.text;
  }
}
