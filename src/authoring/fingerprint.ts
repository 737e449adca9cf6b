/** A short mark of a text: tells another version of it, and is not meant to withstand anybody. FNV-1a of 32 bits over its UTF-16 units. */
export function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
