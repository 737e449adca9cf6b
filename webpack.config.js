import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The command line as one file that runs with plain Node: `node dist/cli/score.mjs book.xlsx`. It reads seeds/ beside dist/. */
export default {
  name: "cli",
  mode: "production",
  target: "node20",
  entry: { score: here("./src/cli/score.ts") },
  experiments: { outputModule: true },
  output: { path: here("./dist/cli"), filename: "[name].mjs", module: true, chunkFormat: "module", clean: true },
  resolve: { extensions: [".ts", ".mjs", ".js"] },
  module: {
    // The file finds seeds/ from where it lies at run time, not from where it was built.
    parser: { javascript: { importMeta: false } },
    rules: [
      {
        test: /\.tsx?$/,
        loader: "swc-loader",
        options: {
          jsc: {
            target: "es2022",
            parser: { syntax: "typescript", tsx: true },
            transform: { react: { runtime: "automatic" } },
          },
        },
      },
    ],
  },
  devtool: "source-map",
  performance: false,
};
