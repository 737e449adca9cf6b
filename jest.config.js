/** Tests run on the sources themselves; swc only strips the types. Packages that ship ES modules alone are converted too. */
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: {
    "^.+\\.(t|j|mj)s$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  transformIgnorePatterns: ["/node_modules/(?!(hucre)/)"],
  moduleFileExtensions: ["ts", "mjs", "js", "json"],
};
