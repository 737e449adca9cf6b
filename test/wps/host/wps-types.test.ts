/// <reference types="et-jsapi-declare" />
import type { WpsApplication, WpsEvents, WpsFormatCondition } from "../../../src/wps/host/objects";

/** Never called: it compiles only where WPS's own types have every object and member of ours, of a fitting kind. */
export function fitting(
  application: Et.Application,
  root: WPS.EtAddonRoot,
  condition: Et.FormatCondition,
): readonly unknown[] {
  return [
    application satisfies Omit<WpsApplication, "ApiEvent">,
    root.ApiEvent satisfies WpsEvents,
    condition satisfies WpsFormatCondition,
  ];
}

test("WPS's own types have every object and member that the product uses", () => {
  expect(fitting).toHaveLength(3);
});
