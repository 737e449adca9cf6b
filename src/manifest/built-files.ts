/** The built pages as the manifest checks see them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface BuiltFiles {
  /** The file's bytes, null where the build has no such file. `path` has forward slashes. */
  read: (path: string) => Uint8Array | null;
}

export const builtFiles = (folder: string): BuiltFiles => ({
  read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : null),
});

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Width and height stand at bytes 16 and 20, big-endian (PNG specification, 11.2.2 IHDR). */
const HEADER = 24;

/** Width and height in pixels, null for bytes that are no PNG. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (bytes.length < HEADER || PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
