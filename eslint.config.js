import { readdirSync } from "node:fs";
import js from "@eslint/js";
import importX from "eslint-plugin-import-x";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import tseslint from "typescript-eslint";

/** Rooms from the ground up: a room may import from its own row and the rows below it (see docs/ARCHITECTURE.md). */
const ROWS = [
  ["words"],
  ["language"],
  ["policy"],
  ["engine"],
  ["sheet", "xlsx"],
  ["clusters", "riders", "cultivation", "sharing", "authoring"],
  ["functions", "commands", "excel", "manifest", "licences"],
  // Above excel: it registers the functions and answers to the host's interface, which lies there.
  ["wps"],
  ["pane"],
  ["workbench"],
  ["program"],
];
const PURE = [
  "words",
  "language",
  "policy",
  "engine",
  "sheet",
  "xlsx",
  "clusters",
  "riders",
  "cultivation",
  "sharing",
  "authoring",
];

const zones = ROWS.flatMap((row, level) =>
  row.map((room) => ({
    target: `./src/${room}`,
    from: ROWS.slice(level + 1)
      .flat()
      .concat(row.filter((other) => other !== room))
      .map((other) => `./src/${other}`),
    message: `imports go one way: ${ROWS.map((row) => row.join(", ")).join(" -> ")}`,
  })),
);
/** Inside the pane from the ground up; a view is a room of its own, and views never import one another. */
const PANE_ROWS = [["texts", "packed"], ["worker"], ["app"], ["widgets"], ["views"], ["frame"], ["gallery"]];
const VIEWS = readdirSync(new URL("./src/pane/views", import.meta.url));
const paneZones = [
  ...PANE_ROWS.flatMap((row, level) =>
    row.map((room) => ({
      target: `./src/pane/${room}`,
      from: PANE_ROWS.slice(level + 1)
        .flat()
        .concat(row.filter((other) => other !== room))
        .map((other) => `./src/pane/${other}`),
      message:
        "inside the pane imports go one way: texts, packed -> worker -> app -> widgets -> views -> frame -> gallery",
    })),
  ),
  ...VIEWS.map((view) => ({
    target: `./src/pane/views/${view}`,
    from: VIEWS.filter((other) => other !== view).map((other) => `./src/pane/views/${other}`),
    message: "views never import one another: what they share lies in app or widgets",
  })),
];
const oneWay = [...zones, ...paneZones].filter(({ from }) => from.length > 0);

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".cache/", "test/packed/example.mjs", "test/packed/types.ts"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones: oneWay }],
      "import-x/no-cycle": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // Univer's newer event does not say which changes come from the formula engine.
      "@typescript-eslint/no-deprecated": [
        "error",
        { allow: [{ from: "package", package: "@univerjs/core", name: "onCommandExecuted" }] },
      ],
      "@typescript-eslint/no-empty-function": ["error", { allow: ["methods"] }],
      "@typescript-eslint/no-unnecessary-condition": "error",
      // Numbers are compared with themselves to find NaN on the hot paths.
      "no-self-compare": "off",
    },
  },
  {
    files: PURE.map((room) => `src/${room}/**/*.{ts,tsx}`),
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["node:*", "fs", "path", "react", "react-dom", "@fluentui/*", "hucre*", "@microsoft/*"],
              message: "the pure rooms touch no file, page or Office.js",
            },
          ],
        },
      ],
      "no-restricted-globals": [
        "error",
        "window",
        "document",
        "navigator",
        "localStorage",
        "fetch",
        "process",
        "Office",
        "Excel",
        "performance",
        "Intl",
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "the pure rooms have no clock" },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: "the pure rooms have no clock",
        },
        { selector: "CallExpression[callee.property.name=/^toLocale/]", message: "the pure rooms have no locale" },
      ],
    },
  },
  {
    // Office.js objects live and die behind src/excel.
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/excel/**", "src/functions/associate.ts", ...PURE.map((room) => `src/${room}/**`)],
    rules: {
      "no-restricted-globals": ["error", "Office", "Excel", "OfficeExtension", "OfficeRuntime", "CustomFunctions"],
    },
  },
  {
    files: ["**/*.js"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { URL: "readonly" } },
  },
);
