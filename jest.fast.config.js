/**
 * `npm run test:fast`: the rooms without files, pages, clocks or network, for running after every change. What scores whole lists, plays
 * thousands of made-up cases or follows every statement of the documents is left to `npm test`.
 */
import config from "./jest.config.js";

const PURE = ["words", "language", "policy", "engine", "sheet", "xlsx", "clusters", "riders", "cultivation"];
const LIGHT_OF_THE_PANE = ["texts", "widgets"];
const TAKES_LONG = [
  "property\\.test",
  "properties\\.test",
  "engine/sql",
  "rows/improve",
  "columns/ladder-columns",
  "cultivation/(growth-plan|diagnosis|library|run-changes|verdict-changes)",
  "policy/statements",
  "clusters/(load-targets|sheets)",
  "xlsx/check",
  "xlsx/hostile-files",
];

const [sources] = config.projects;
const folders = [...PURE, ...LIGHT_OF_THE_PANE.map((room) => `pane/${room}`)];

export default {
  ...config,
  projects: [
    {
      ...sources,
      testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
      testPathIgnorePatterns: ["/node_modules/", ...TAKES_LONG.map((path) => `/test/.*${path}`)],
    },
  ],
};
