/** Excel's limits, and our own, on a piece of work. */
import { target } from "../targets";
import type { Cost } from "./in-chromium";

const MEGABYTE = 1024 * 1024;

export function limits({ requests, bytes, largest, own }: Cost): void {
  const most = Math.floor(bytes / (4 * MEGABYTE)) + 20;
  const stretch = own.milliseconds.toFixed(0);
  target(`no request over 5 MB: ${(largest / MEGABYTE).toFixed(2)} MB`, largest <= 5 * MEGABYTE);
  target(`at most bytes / 4 MB + 20 requests (${most}): ${requests}`, requests <= most);
  target(`no stretch of its own code over 50 ms: ${stretch} ms (${own.mostly})`, own.milliseconds <= 50);
}
