/**
 * WPS's service on the user's own computer, which writes down what add-ins personal editions load (publish.xml). It takes add-ins from
 * pages in a browser: that is the one way into personal editions from 12.1.0.16910 on.
 */
import { z } from "zod";
import type { Text } from "../../words/text";

/** Sends a text to a path of the service and gives its answer; a rejected promise where nobody answers. */
export type Post = (path: string, body: string) => Promise<{ readonly status: number; readonly text: string }>;

/** An add-in as the service takes it. */
export interface PublishedAddIn {
  readonly name: string;
  readonly addonType: string;
  readonly url: string;
  readonly version: string;
}

/** What went wrong, and what to do. */
export class PublishTrouble extends Error {
  override readonly name = "PublishTrouble";
  constructor(readonly text: Text) {
    super(text.en);
  }
}

const UNREACHABLE: Text = {
  zh: "连不上这台电脑上的 WPS 服务（127.0.0.1:58890）。请在浏览器问“要打开 WPS Office 吗”时选允许，再点一次；还是不行，多半是安全软件或浏览器的“本地网络访问”拦住了它，请放行，或请管理员用 jsplugins.xml 安装。",
  en: "WPS's service on this computer (127.0.0.1:58890) is out of reach. Allow the browser to open WPS Office when it asks, and try again; if that does not help, security software or the browser's guard over the local network blocks it: let it through, or ask your administrator to install by jsplugins.xml.",
};

const refused = (status: number, answer: string): Text => ({
  zh: `WPS 服务没有接受（${status}：${answer.slice(0, 80)}）。请重启 WPS 再试一次。`,
  en: `WPS's service refused (${status}: ${answer.slice(0, 80)}). Restart WPS and try again.`,
});

/** JSON in UTF-8 in base64, as the service reads it. */
function encoded(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

const listSchema = z.array(z.object({ name: z.string(), enable: z.string().optional(), url: z.string().optional() }));

export class LocalService {
  /** @param wake asks the computer to start the service; it takes a moment after that */
  constructor(
    private readonly post: Post,
    private readonly wake: () => Promise<void>,
  ) {}

  /** The address an add-in is installed from; null where it is not. */
  async installedFrom(name: string): Promise<string | null> {
    const list = listSchema.safeParse(JSON.parse((await this.ask("/publishlist", "")) || "[]"));
    const found = list.data?.find((one) => one.name === name && one.enable !== "false");
    return found === undefined ? null : (found.url ?? "");
  }

  install(addIn: PublishedAddIn): Promise<void> {
    return this.deploy("enable", addIn);
  }

  remove(addIn: PublishedAddIn): Promise<void> {
    return this.deploy("disable", addIn);
  }

  private async deploy(cmd: "enable" | "disable", addIn: PublishedAddIn): Promise<void> {
    const answer = await this.ask(
      "/deployaddons/runParams",
      encoded({ cmd, ...addIn, online: "true", customDomain: "" }),
    );
    if (answer !== "" && answer !== "OK") throw new PublishTrouble(refused(200, answer));
  }

  private async ask(path: string, body: string): Promise<string> {
    const answer = await this.reached(path, body);
    if (answer.status !== 200) throw new PublishTrouble(refused(answer.status, answer.text));
    return answer.text;
  }

  private async reached(path: string, body: string): ReturnType<Post> {
    try {
      return await this.post(path, body);
    } catch {
      await this.wake();
    }
    try {
      return await this.post(path, body);
    } catch {
      throw new PublishTrouble(UNREACHABLE);
    }
  }
}
