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
  // Its CommonJS build loads its parts by import().
  "@electric-sql/pglite",
  "@electric-sql/pglite-utils",
];

const sources = {
  displayName: "sources",
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
  transform: {
    "^.+\\.(t|j|mj|cj)sx?$": [
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

/** Real pages in Chromium, as built for production. They, their server and the browser are there once for all files. */
const browser = {
  ...sources,
  displayName: "browser",
  testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/test/browser/harness/global-setup.ts",
  globalTeardown: "<rootDir>/test/browser/harness/global-teardown.ts",
};

// Keeps a test from hanging for ever and measures nothing. In the browser a single wait gives up after ten minutes and says what it waited
// for; this one is longer, so that it can.
const GUARD = 1_200_000;

export default { projects: [sources, browser], testTimeout: GUARD, maxWorkers: 2 };
