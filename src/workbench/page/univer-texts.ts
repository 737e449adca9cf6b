/** Univer's own texts in the two languages of the page. */
import { LocaleType, mergeLocales } from "@univerjs/core";
import designEn from "@univerjs/design/locale/en-US";
import designZh from "@univerjs/design/locale/zh-CN";
import uiEn from "@univerjs/ui/locale/en-US";
import uiZh from "@univerjs/ui/locale/zh-CN";
import docsEn from "@univerjs/docs-ui/locale/en-US";
import docsZh from "@univerjs/docs-ui/locale/zh-CN";
import drawingEn from "@univerjs/drawing-ui/locale/en-US";
import drawingZh from "@univerjs/drawing-ui/locale/zh-CN";
import sheetsEn from "@univerjs/sheets/locale/en-US";
import sheetsZh from "@univerjs/sheets/locale/zh-CN";
import sheetsUiEn from "@univerjs/sheets-ui/locale/en-US";
import sheetsUiZh from "@univerjs/sheets-ui/locale/zh-CN";
import formulaEn from "@univerjs/sheets-formula/locale/en-US";
import formulaZh from "@univerjs/sheets-formula/locale/zh-CN";
import formulaUiEn from "@univerjs/sheets-formula-ui/locale/en-US";
import formulaUiZh from "@univerjs/sheets-formula-ui/locale/zh-CN";
import numfmtEn from "@univerjs/sheets-numfmt-ui/locale/en-US";
import numfmtZh from "@univerjs/sheets-numfmt-ui/locale/zh-CN";
import conditionsEn from "@univerjs/sheets-conditional-formatting-ui/locale/en-US";
import conditionsZh from "@univerjs/sheets-conditional-formatting-ui/locale/zh-CN";
import sheetsDrawingEn from "@univerjs/sheets-drawing-ui/locale/en-US";
import sheetsDrawingZh from "@univerjs/sheets-drawing-ui/locale/zh-CN";

/** By locale, as Univer takes them. */
export const univerTexts = {
  [LocaleType.ZH_CN]: mergeLocales(
    designZh,
    uiZh,
    docsZh,
    drawingZh,
    sheetsZh,
    sheetsUiZh,
    formulaZh,
    formulaUiZh,
    numfmtZh,
    conditionsZh,
    sheetsDrawingZh,
  ),
  [LocaleType.EN_US]: mergeLocales(
    designEn,
    uiEn,
    docsEn,
    drawingEn,
    sheetsEn,
    sheetsUiEn,
    formulaEn,
    formulaUiEn,
    numfmtEn,
    conditionsEn,
    sheetsDrawingEn,
  ),
};
