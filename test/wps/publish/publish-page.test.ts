import { JSDOM } from "jsdom";
import { LocalService, type Post } from "../../../src/wps/publish/local-service";
import { showPublishPage } from "../../../src/wps/publish/publish-page";
import { eventually } from "../../eventually";

const ADD_IN = { name: "ZJTXScorecard", addonType: "et", url: "https://zjtx.example.cn/wps/", version: "0.1.0" };

/** WPS's service on the computer, as far as the page uses it. */
class Service {
  readonly deployed: unknown[] = [];
  installed: unknown[] = [];
  /** Requests nobody answers. */
  deaf = 0;
  answer = "OK";
  woken = 0;

  post: Post = (path, body) => {
    if (this.deaf > 0) {
      this.deaf -= 1;
      return Promise.reject(new Error("nobody there"));
    }
    if (path === "/publishlist") return Promise.resolve({ status: 200, text: JSON.stringify(this.installed) });
    this.deployed.push(JSON.parse(Buffer.from(body, "base64").toString("utf8")));
    return Promise.resolve({ status: 200, text: this.answer });
  };
  wake = (): Promise<void> => {
    this.woken += 1;
    return Promise.resolve();
  };
}

async function opened(service: Service): Promise<{ status: () => string; press: (label: string) => void }> {
  const { document } = new JSDOM("<main></main>").window;
  const [main] = document.getElementsByTagName("main");
  if (!main) throw new Error("no page");
  await showPublishPage(main, new LocalService(service.post, service.wake), ADD_IN);
  return {
    status: () => main.querySelector("[role=status]")?.textContent ?? "",
    press: (label) => [...main.querySelectorAll("button")].find((one) => one.textContent.startsWith(label))?.click(),
  };
}

test("says what is installed, and installs by one press", async () => {
  const service = new Service();
  const page = await opened(service);
  expect(page.status()).toContain("还没有安装");
  page.press("安装");
  await eventually(() => expect(page.status()).toContain("信任"));
  expect(service.deployed).toEqual([{ cmd: "enable", ...ADD_IN, online: "true", customDomain: "" }]);
});

test("removes what is installed", async () => {
  const service = new Service();
  service.installed = [{ ...ADD_IN, enable: "true" }];
  const page = await opened(service);
  expect(page.status()).toContain("已经安装");
  page.press("卸载");
  await eventually(() => expect(page.status()).toContain("已卸载"));
  expect(service.deployed).toEqual([expect.objectContaining({ cmd: "disable", name: ADD_IN.name })]);
});

test("an add-in from another address is told from ours, and a disabled one from an installed", async () => {
  const service = new Service();
  service.installed = [{ ...ADD_IN, url: "http://127.0.0.1:3889/" }];
  expect((await opened(service)).status()).toContain("http://127.0.0.1:3889/");
  service.installed = [{ ...ADD_IN, enable: "false" }];
  expect((await opened(service)).status()).toContain("还没有安装");
});

test("a sleeping service is woken once and asked again", async () => {
  const service = new Service();
  service.deaf = 1;
  expect((await opened(service)).status()).toContain("还没有安装");
  expect(service.woken).toBe(1);
});

test("a blocked service is said to be one, with what to do, and the buttons still work afterwards", async () => {
  const service = new Service();
  service.deaf = 4;
  const page = await opened(service);
  expect(page.status()).toContain("连不上这台电脑上的 WPS 服务");
  expect(page.status()).toContain("WPS's service on this computer (127.0.0.1:58890) is out of reach.");
  page.press("安装");
  await eventually(() => expect(service.woken).toBe(2));
  await eventually(() => expect(page.status()).toContain("连不上"));
  page.press("安装");
  await eventually(() => expect(page.status()).toContain("已登记"));
});

test("a service that refuses is quoted", async () => {
  const service = new Service();
  service.answer = "no such add-in";
  const page = await opened(service);
  page.press("安装");
  await eventually(() => expect(page.status()).toContain("no such add-in"));
});
