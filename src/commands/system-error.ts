/**
 * The code of an error that the system or Node reported, such as `ENOENT` or `ERR_OUT_OF_RANGE`; "" where it has none. Looks at the
 * value itself, because errors of another realm (test runners, workers) are no instances of this one's Error.
 */
export function systemErrorCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
