/** The one place that says what each page may load: the server sends it as a header, the build writes it into the page for hosts that send none. */

export type PageName = "workbench" | "pane" | "taskpane" | "gallery";

/** Where Office.js comes from, chosen at build time: Microsoft's CDN, the China operator's, or our own folder for closed networks. */
export type OfficeSource = "global" | "china" | "self";

/** Addresses from https://learn.microsoft.com/office/dev/add-ins/develop/referencing-the-javascript-api-for-office-library-from-its-cdn */
export const OFFICE_JS: Readonly<Record<OfficeSource, string>> = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  self: "office/office.js",
};

/**
 * Hash of the empty text. Fluent UI adds empty `<style>` elements and fills them through `insertRule`, which a policy lets through;
 * the empty element alone needs leave, and this gives leave to nothing that has content.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * Univer writes its theme, its notices and its scroll locks as `<style>` elements whose text changes with theme and window, so that no list
 * of hashes could hold them. The workbench shows nothing as HTML that comes from a workbook, and styles run no code.
 */
const UNIVER_STYLES = "'unsafe-inline'";

/**
 * The Content-Security-Policy of a page. No inline script, no eval, no other origin, except Office.js on the page that runs in Excel.
 * As a `header` it also says who may frame the page; a `<meta>` element may not say that.
 */
export function contentPolicy(page: PageName, office: OfficeSource, place: "header" | "meta"): string {
  const address = OFFICE_JS[office];
  const officeOrigin = page === "taskpane" && office !== "self" ? ` ${new URL(address).origin}` : "";
  const directives = [
    "default-src 'none'",
    `script-src 'self'${officeOrigin}`,
    `style-src 'self' ${page === "workbench" ? UNIVER_STYLES : EMPTY_STYLE}`,
    // Pictures that a page draws itself: charts and icons as data: and blob: addresses.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${officeOrigin}`,
    "worker-src 'self'",
    `frame-src ${page === "workbench" ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  // Excel on the web frames taskpane.html from its own, changing origins; the others are ours alone.
  if (place === "header" && page !== "taskpane") directives.push("frame-ancestors 'self'");
  return directives.join("; ");
}

/** The policy of pages of text alone: help, about, and the answer to wrong addresses. Without frame-ancestors it may stand in a `<meta>`. */
export const TEXT_PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** The policy of everything that is no page. Scripts need one that lets them work: a worker takes its policy from its own file. */
export const ASSET_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";
