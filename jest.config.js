/**
 * Tests run on the sources themselves; swc only strips the types. Packages that ship ES modules alone are converted too.
 * `npm test` runs both projects; `npx jest --selectProjects sources --` leaves out the ones that start a browser.
 */
/** Packages without a CommonJS build. */
const MODULES_ALONE = [
  "hucre",
  "@microsoft/app-manifest/node_modules/strip-bom",
  "strip-bom",
  "uuid",
  // Below Univer's headless packages.
  "collapse-white-space",
  "n-gram",
  "trigram-utils",
  "franc-min",
  "kdbush",
  "lodash-es",
  "nanoid",
  "rbush",
  "quickselect",
  "cjk-regex",
  "regexp-util",
  "unicode-regex",
];

const sources = {
  displayName: "sources",
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
  transform: {
    "^.+\\.(t|j|mj)sx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES_ALONE.join("|")})/)`],
  moduleFileExtensions: ["ts", "tsx", "mjs", "js", "json"],
};

/** Real pages in Chromium; the set-up builds them where sources are newer. */
const browser = {
  ...sources,
  displayName: "browser",
  testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/test/browser/harness/global-setup.js",
};

// A page of 30,000 rows may take its time on a busy machine; what a test waits for is always an event, never the clock.
export default { projects: [sources, browser], testTimeout: 60_000, maxWorkers: 2 };
