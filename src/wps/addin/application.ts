/** The object model of WPS on a page that WPS shows. */

/** `Application` on the page, `wps` in older builds; null on a page that WPS does not show. */
export function wpsGlobal(): object | null {
  for (const name of ["Application", "wps"]) {
    const found: unknown = Reflect.get(globalThis, name);
    if ((typeof found === "object" && found !== null) || typeof found === "function") return found;
  }
  return null;
}
