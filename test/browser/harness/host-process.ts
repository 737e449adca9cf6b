/** Starts and ends the process that holds server and browser. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { hostMessageSchema, notePlace } from "./host-message";

let host: ChildProcess | null = null;

/** Resolves once every page can be opened. Throws with the reason where that can't be. */
export async function startHost(): Promise<void> {
  host = fork(fileURLToPath(new URL("host.ts", import.meta.url)), { execArgv: ["--import", "tsx"] });
  const message = await Promise.race([
    once(host, "message").then(([raw]: unknown[]) => hostMessageSchema.parse(raw)),
    once(host, "exit").then(() => null),
  ]);
  if (message === null) throw new Error("The process with server and browser ended; the output above says why.");
  if (message.kind === "failed") throw new Error(`The browser tests can't start. ${message.reason}`);
  notePlace(message.place);
}

/** Closes server and browser, and waits until they are. */
export async function endHost(): Promise<void> {
  if (host?.connected !== true) return;
  const exit = once(host, "exit");
  host.disconnect();
  await exit;
  host = null;
}
