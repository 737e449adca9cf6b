/** The failure of a promise that has to fail with an error of the given class. */
export async function failureOf<T extends Error>(
  kind: abstract new (...given: never[]) => T,
  promise: Promise<unknown>,
): Promise<T> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
  throw new Error("it did not fail");
}
