/** The address that pages will be served from, as an option. */
import type { GivenOptions } from "../../commands/kit/given-options";
import type { ValueOption } from "../../commands/kit/option";
import { WrongInput } from "../../commands/kit/wrong-input";
import { DEVELOPMENT_ORIGIN, parseOrigin, WrongOrigin } from "../../manifest/add-in";

export const ORIGIN: ValueOption = {
  kind: "value",
  name: "origin",
  value: { zh: "网址", en: "ADDRESS" },
  about: {
    zh: `将来放页面的网址，https:// 开头，只到域名和端口；不写是 ${DEVELOPMENT_ORIGIN}`,
    en: `the address that will serve the pages, https:// with domain and port alone; ${DEVELOPMENT_ORIGIN} if left out`,
  },
};

/** The origin given. @throws WrongInput */
export function originGiven(given: GivenOptions): string {
  try {
    return parseOrigin(given.value(ORIGIN) ?? DEVELOPMENT_ORIGIN);
  } catch (error) {
    throw error instanceof WrongOrigin ? new WrongInput(error.text) : error;
  }
}
