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
  transformIgnorePatterns: ["/node_modules/(?!(hucre)/)"],
  moduleFileExtensions: ["ts", "tsx", "mjs", "js", "json"],
};

export default { projects: [sources] };
