/**
 * Tests run on the sources themselves; swc only strips the types. Packages that ship ES modules alone are converted too.
 * `npm test` runs both projects; `npx jest --selectProjects sources` leaves out the ones that start a browser.
 */
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
  transformIgnorePatterns: ["/node_modules/(?!(hucre|unicode-regex|regexp-util|cjk-regex|lodash-es|nanoid|quickselect|rbush|kdbush|numfmt|async-lock|decimal.js|franc-min|trigram-utils|n-gram|collapse-white-space|ot-json1|unicount)/)"],
  moduleFileExtensions: ["ts", "tsx", "mjs", "js", "json"],
};

export default { projects: [sources] };
