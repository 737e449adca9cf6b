/** The address that WPS loads the add-in from. */
import type { Text } from "../../words/text";

/** Says what to write instead. */
export class WrongAddress extends Error {
  override readonly name = "WrongAddress";
  constructor(readonly text: Text) {
    super(`${text.zh}\n${text.en}`);
  }
}

/**
 * With a slash at its end, as WPS puts file names behind it. Http is taken too: closed networks have servers without certificates.
 * @throws WrongAddress
 */
export function parseWpsAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    (url?.protocol !== "https:" && url?.protocol !== "http:") ||
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== "" ||
    /\.\w+$/.test(url.pathname)
  ) {
    throw new WrongAddress({
      zh: `“${text}”不能作为加载项的地址：请写放加载项文件的那个目录，例如 https://zjtx.example.cn/wps/。`,
      en: `"${text}" cannot be the add-in's address: give the folder its files will be served from, such as https://zjtx.example.cn/wps/.`,
    });
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
