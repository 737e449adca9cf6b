/** The page that installs the add-in into a personal edition of WPS, and takes it out again. */
import type { Text } from "../../words/text";
import { PublishTrouble, type LocalService, type PublishedAddIn } from "./local-service";

const ASKING: Text = { zh: "正在问这台电脑上的 WPS……", en: "Asking WPS on this computer …" };
const NOT_THERE: Text = { zh: "还没有安装。", en: "It is not installed." };
const THERE: Text = {
  zh: "已经安装。打开 WPS 表格，在“专精特新”选项卡里使用；看不到就重启 WPS。",
  en: "It is installed. Open WPS Spreadsheets and use the tab 专精特新; restart WPS where it does not show.",
};
const INSTALLED: Text = {
  zh: "已登记。请关掉所有 WPS 窗口再打开；WPS 问“是否信任并安装第三方加载项”时选信任，专精特新选项卡才能用。",
  en: "It is registered. Close every WPS window and open it again; when WPS asks whether to trust and install the third-party add-in, choose trust, or the tab 专精特新 stays dead.",
};
const REMOVED: Text = { zh: "已卸载，重启 WPS 后生效。", en: "It is removed once WPS restarts." };
const elsewhere = (address: string): Text => ({
  zh: `已从别的地址安装：${address}。点“安装”换成这里的。`,
  en: `It is installed from another address: ${address}. Install puts this one in its place.`,
});
const UNEXPECTED: Text = {
  zh: "出了意外，没有安装。请刷新页面再试。",
  en: "Something unexpected; nothing was installed. Reload and try again.",
};

/** Shows state and buttons below what stands in `element`. Resolves once the state is shown. */
export async function showPublishPage(element: Element, service: LocalService, addIn: PublishedAddIn): Promise<void> {
  const page = element.ownerDocument;
  const status = page.createElement("p");
  status.setAttribute("role", "status");
  const install = page.createElement("button");
  const remove = page.createElement("button");
  install.textContent = "安装 Install";
  remove.textContent = "卸载 Remove";
  element.append(status, install, remove);

  const say = ({ zh, en }: Text): void => {
    const english = page.createElement("span");
    english.lang = "en";
    english.textContent = en;
    status.replaceChildren(`${zh} `, english);
  };
  const during = async (work: () => Promise<Text>): Promise<void> => {
    install.disabled = remove.disabled = true;
    say(ASKING);
    try {
      say(await work());
    } catch (error) {
      if (!(error instanceof PublishTrouble)) console.error(error);
      say(error instanceof PublishTrouble ? error.text : UNEXPECTED);
    } finally {
      install.disabled = remove.disabled = false;
    }
  };
  install.addEventListener("click", () => void during(() => service.install(addIn).then(() => INSTALLED)));
  remove.addEventListener("click", () => void during(() => service.remove(addIn).then(() => REMOVED)));
  await during(async () => {
    const address = await service.installedFrom(addIn.name);
    if (address === null) return NOT_THERE;
    return address === addIn.url ? THERE : elsewhere(address);
  });
}
