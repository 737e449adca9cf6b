/** A rule set that plain formulas can't follow; the message names the construct. No rule set of the release is one. */
export class NotNative extends Error {
  override name = "NotNative";
}
