/** The worker of sharing: its own copy of the rules, and the job that answers the page. */
import "../../app/no-eval";
import packed from "release";
import { unpackRelease } from "../../../policy/pack-release";
import { VERSION } from "../../app/program-version";
import { SharingJob } from "./sharing-job";
import type { SharingReply } from "./sharing-messages";

/** The bytes of a file are handed over, not copied: they may be many megabytes. */
function post(reply: SharingReply): void {
  self.postMessage(reply, { transfer: reply.kind === "file" ? [reply.file.bytes.buffer] : [] });
}

const job = new SharingJob(
  { ...unpackRelease(packed), version: VERSION },
  {
    post,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    report: (error) => console.error(error),
  },
);

let queue: Promise<void> = Promise.resolve();
self.addEventListener("message", ({ data }) => {
  queue = queue.then(() => job.handle(data));
});
