const LENGTH = 8;

/** Small letters and digits, unlike any other's. */
export function randomId(): string {
  // `randomUUID` is missing on pages that come by plain HTTP.
  const numbers = crypto.getRandomValues(new Uint32Array(LENGTH));
  return Array.from(numbers, (number) => (number % 36).toString(36)).join("");
}
