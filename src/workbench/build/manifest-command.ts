/** `npm run manifest`: both manifests and the app package for an address. */
import { runCommand, type Call, type Command } from "../../commands/kit/command";
import type { Terminal } from "../../commands/kit/terminal";
import { writeManifests } from "../../manifest/write-manifests";
import { ORIGIN, originGiven } from "./origin-option";

function write({ given, terminal }: Call): Promise<0> {
  terminal.print(writeManifests(originGiven(given)).join("\n"));
  return Promise.resolve(0);
}

const MANIFEST: Command = {
  name: "manifest",
  input: null,
  about: {
    zh: "按将来放页面的网址写清单到 dist/manifest；网址是本机的开发地址时，也写项目里的 manifest.xml。",
    en: "Writes the manifests for an address to dist/manifest, and manifest.xml of the project where it is the development one.",
  },
  options: [{ options: [ORIGIN] }],
  examples: [
    {
      about: { zh: "给一个网址", en: "for an address" },
      words: { zh: "--origin https://zjtx.example.cn", en: "--origin https://zjtx.example.cn" },
    },
  ],
  run: write,
};

/** Runs the command and gives its exit code. A bug throws. */
export async function manifestCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  return await runCommand(MANIFEST, argv, terminal);
}
