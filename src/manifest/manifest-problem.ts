/** One thing wrong with a manifest. */
import type { Text } from "../words/text";

export interface ManifestProblem {
  /** File and place in it, such as `manifest.xml: Resources/Icon.16`. */
  readonly where: string;
  /** What is wrong and what to do. */
  readonly text: Text;
}

export const problem = (where: string, zh: string, en: string): ManifestProblem => ({ where, text: { zh, en } });
