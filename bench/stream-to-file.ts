/** Writes a stream of bytes to a file as they come. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";

export async function streamToFile(bytes: ReadableStream<Uint8Array>, path: string): Promise<void> {
  const file = createWriteStream(path);
  const reader = bytes.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read())
    if (!file.write(next.value)) await once(file, "drain");
  file.end();
  await once(file, "finish");
}
