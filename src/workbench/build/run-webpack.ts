/** Runs webpack on webpack.config.js in a process of its own. */
import { fork } from "node:child_process";
import { z } from "zod";
import { BuildFailed } from "./build-failed";
import { ROOT } from "./project-root";

/** What webpack.config.js tells of the pages on the way. */
const messageSchema = z.union([z.object({ share: z.number() }), z.object({ built: z.boolean() })]);

export interface WebpackListener {
  /** How much is done, from 0 to 1. */
  readonly share?: (share: number) => void;
  /** After each build, also of those that follow with `--watch`: whether the pages are there. */
  readonly built?: (well: boolean) => void;
}

/**
 * Resolves once everything is written. What webpack keeps for the next time it goes on writing after that; it ends by itself.
 * @throws BuildFailed when webpack has found something wrong and said what.
 */
export function runWebpack(args: readonly string[], { share, built }: WebpackListener = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork("node_modules/webpack/bin/webpack.js", args, {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new BuildFailed(`webpack ${args.join(" ")} ended with ${code ?? "a signal"}`)),
    );
    child.on("message", (raw) => {
      const message = messageSchema.parse(raw);
      if ("share" in message) share?.(message.share);
      else {
        built?.(message.built);
        if (message.built) resolve();
      }
    });
  });
}
