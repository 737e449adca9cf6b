/** `npm run samples`: writes the sample workbooks of seeds/samples. The same code writes the same bytes. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sampleWorkbooks } from "./samples/sample-workbooks";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../seeds/samples");

await mkdir(folder, { recursive: true });
for (const { file, bytes } of await sampleWorkbooks()) {
  await writeFile(join(folder, file), bytes);
  console.log(`seeds/samples/${file}  ${bytes.length} bytes`);
}
