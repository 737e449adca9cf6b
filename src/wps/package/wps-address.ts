/** The address that WPS loads the add-in from. */

/** With a slash at its end, as WPS puts file names behind it. Http is taken too: closed networks have servers without certificates. */
export function parseWpsAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    (url?.protocol !== "https:" && url?.protocol !== "http:") ||
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== "" ||
    /\.\w+$/.test(url.pathname)
  ) {
    throw new Error(
      `“${text}”不能作为加载项的地址：请写放加载项文件的那个目录，例如 https://zjtx.example.cn/wps/。\n"${text}" cannot be the add-in's address: give the folder its files will be served from, such as https://zjtx.example.cn/wps/.`,
    );
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
