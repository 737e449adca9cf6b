/**
 * The scripts of the add-in for WPS, for the Chromium inside it. How old that is WPS does not say; 80 is older than any seen. Everything,
 * libraries too, is put into its words (syntax) and gets what it lacks (core-js), in the pages and in the workers they start.
 * `env.parts` is the folder with what was written for the pages before, `env.into` the one they go to: src/workbench/build/build-wps.ts.
 */
import { fileURLToPath } from "node:url";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const CHROMIUM = "80";

const forOldChromium = (parser, options = {}) => ({
  loader: "swc-loader",
  options: {
    jsc: { parser, transform: { react: { runtime: "automatic" } } },
    env: { targets: { chrome: CHROMIUM }, mode: "usage", coreJs: "3.51" },
    ...options,
  },
});

/** What the pages carry as text. */
const PACKED = ["release", "subsidies", "cultivation", "targets", "seeds", "version"];

export default ({ parts, into }) => ({
  name: "wps",
  mode: "production",
  target: ["web", "es2020"],
  entry: {
    addin: here("./src/wps/addin/entry.ts"),
    taskpane: here("./src/pane/frame/wps-entry.tsx"),
    publish: here("./src/wps/publish/entry.ts"),
  },
  output: { path: into, filename: "[name].js", chunkFilename: "chunks/[name].js", publicPath: "auto", clean: true },
  resolve: {
    extensions: [".tsx", ".ts", ".mjs", ".js"],
    alias: Object.fromEntries(PACKED.map((name) => [`${name}$`, `${parts}/release/${name}.json`])),
  },
  module: {
    rules: [
      { test: /\.tsx?$/, use: forOldChromium({ syntax: "typescript", tsx: true }) },
      {
        test: /\.m?js$/,
        include: /node_modules/,
        // core-js fills what others lack and must not be filled itself.
        exclude: /node_modules[\\/]core-js[\\/]/,
        resolve: { fullySpecified: false },
        use: forOldChromium({ syntax: "ecmascript" }, { isModule: "unknown" }),
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
      { include: `${parts}/release`, type: "asset/source" },
      {
        test: /\.[jt]sx?$/,
        include: [here("./src"), /node_modules[\\/]@fluentui[\\/]/],
        exclude: /react-icons/,
        enforce: "pre",
        loader: "@fluentui/react-icons-atomic-webpack-loader",
      },
    ],
  },
  plugins: [new MiniCssExtractPlugin({ filename: "[name].css", ignoreOrder: true })],
  optimization: {
    emitOnErrors: false,
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        extractComments: false,
        minimizerOptions: { compress: { passes: 1, ecma: 2020 }, mangle: true, ecma: 2020 },
      }),
    ],
    // One file a page: WPS loads them from a disk or a network nearby.
    splitChunks: false,
  },
  devtool: false,
  cache: {
    type: "filesystem",
    cacheDirectory: here("./node_modules/.cache/webpack"),
    name: "wps",
    buildDependencies: { config: [fileURLToPath(import.meta.url)] },
  },
  performance: false,
  stats: "errors-warnings",
});
