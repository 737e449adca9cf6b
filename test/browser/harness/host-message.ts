/** What the process that holds server and browser tells the one that runs the tests. */
import { z } from "zod";

const placeSchema = z.object({
  /** Address of the server, without a slash at the end. */
  origin: z.string(),
  /** Where to reach the browser. */
  wsEndpoint: z.string(),
});
export type HostPlace = z.infer<typeof placeSchema>;

export const hostMessageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready"), place: placeSchema }),
  z.object({ kind: z.literal("failed"), reason: z.string() }),
]);
export type HostMessage = z.infer<typeof hostMessageSchema>;

/** The place is handed on to the test files in the environment. */
const VARIABLE = "ZJTX_BROWSER_TESTS";

export function notePlace(place: HostPlace): void {
  process.env[VARIABLE] = JSON.stringify(place);
}

export function notedPlace(): HostPlace {
  const noted = process.env[VARIABLE];
  if (noted === undefined)
    throw new Error("run browser tests through jest: its set-up starts the server and the browser");
  return placeSchema.parse(JSON.parse(noted));
}
