import console from "node:console";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import { tsImport } from "tsx/esm/api";
import webpack from "webpack";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { ENTRIES, PAGES, pageHtml } = await tsImport("./src/workbench/pages/page-list.ts", import.meta.url);
const { aboutHtml } = await tsImport("./src/workbench/pages/about-page.ts", import.meta.url);
const { NOTICE_FILE } = await tsImport("./src/licences/notice-file.ts", import.meta.url);
const { thirdPartyNotice } = await tsImport("./src/licences/third-party-notice.ts", import.meta.url);
const { productionPackages } = await tsImport("./src/licences/production-packages.ts", import.meta.url);
const { staticFiles } = await tsImport("./src/workbench/pages/static-files.ts", import.meta.url);

const scripts = {
  test: /\.tsx?$/,
  loader: "swc-loader",
  options: {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
    },
  },
};

/** Puts the licences of what is bundled beside the bundles. */
class NoticePlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("NoticePlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: "NoticePlugin", stage }, () => {
        const notice = thirdPartyNotice(productionPackages(here(".")));
        compilation.emitAsset(NOTICE_FILE, new webpack.sources.RawSource(notice));
      });
    });
  }
}

/** The command line as one file that runs with plain Node: `node dist/cli/score.mjs book.xlsx`. It reads seeds/ beside dist/. */
const cli = {
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
    rules: [scripts],
  },
  plugins: [new NoticePlugin()],
  devtool: "source-map",
  performance: false,
};

/** Writes the pages' HTML around the files made of their entries, and adds the files that need no building. */
class PagesPlugin {
  constructor(office, mode) {
    this.office = office;
    this.mode = mode;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("PagesPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: "PagesPlugin", stage }, () => {
        const emit = (path, content) => compilation.emitAsset(path, new webpack.sources.RawSource(content));
        const written = [];
        for (const page of PAGES) {
          const entrypoints = page.entries.map((entry) => compilation.entrypoints.get(entry));
          if (entrypoints.includes(undefined)) continue;
          const files = new Set(entrypoints.flatMap((entrypoint) => entrypoint.getFiles()));
          const own = [...files].filter((file) => !file.endsWith(".map"));
          emit(`${page.name}.html`, pageHtml(page, own, this.office));
          written.push(page.name);
        }
        emit("about.html", aboutHtml());
        emit("build.json", JSON.stringify({ mode: this.mode, office: this.office, pages: written }));
        for (const { from, to } of staticFiles(here("."), this.office)) {
          emit(to, readFileSync(from));
          compilation.fileDependencies.add(from);
        }
      });
    });
  }
}

/** Entries whose files exist. In production all of them must. */
function presentEntries(production) {
  const all = Object.entries(ENTRIES);
  const present = all.filter(([, file]) => existsSync(here(`./${file}`)));
  const missing = all.filter((entry) => !present.includes(entry)).map(([name, file]) => `${name} (${file})`);
  if (missing.length > 0) {
    const note = `no file for the entries ${missing.join(", ")}`;
    if (production) throw new Error(`${note}: write them, or take them out of src/workbench/pages/page-list.ts`);
    console.warn(`Left out: ${note}`);
  }
  const names = new Set(present.map(([name]) => name));
  return Object.fromEntries(
    present.map(([name, file]) => {
      // They run in one page, one after the other: what a later one shares with an earlier one exists once.
      const before = { functions: "rules-data", taskpane: "functions" }[name];
      const shares = before !== undefined && names.has(before) ? { dependOn: before } : {};
      return [name, { import: here(`./${file}`), ...shares }];
    }),
  );
}

/** What `npm run release` writes for the pages to carry as text. */
const PACKED = ["release", "subsidies", "cultivation", "targets", "version"];

/** The pages for the browser: `--mode development|production`, `--env officejs=global|china|self`. */
function pages(env, production) {
  const office = env.officejs ?? "global";
  if (!["global", "china", "self"].includes(office)) {
    throw new Error(`--env officejs=${office}: choose global, china or self`);
  }
  return {
    name: "pages",
    mode: production ? "production" : "development",
    target: ["web", "es2022"],
    entry: presentEntries(production),
    output: {
      path: here("./dist/pages"),
      filename: "[name].js",
      chunkFilename: "chunks/[name].js",
      publicPath: "auto",
      clean: true,
    },
    resolve: {
      extensions: [".tsx", ".ts", ".mjs", ".js"],
      alias: Object.fromEntries(PACKED.map((name) => [`${name}$`, here(`./dist/release/${name}.json`)])),
    },
    module: {
      rules: [
        scripts,
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
        { include: here("./dist/release"), type: "asset/source" },
      ],
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: "[name].css", ignoreOrder: true }),
      new PagesPlugin(office, production ? "production" : "development"),
      new NoticePlugin(),
      // Never `eval` maps: the pages' policy refuses eval. Libraries go without, which halves the time of a build.
      ...(production
        ? []
        : [new webpack.SourceMapDevToolPlugin({ filename: "[file].map", exclude: /^(univer|react|vendor)/ })]),
    ],
    optimization: {
      // A failed build must not look like a finished one.
      emitOnErrors: false,
      minimizer: [
        new MinimizerPlugin({
          minify: MinimizerPlugin.swcMinify,
          extractComments: false,
          // Microsoft's files go out as they came.
          exclude: /^office\//,
        }),
      ],
      splitChunks: {
        // Excel loads the functions' bundle wherever a formula stands: it carries what it needs and no more.
        chunks: (chunk) => chunk.name !== "functions" && chunk.name !== "rules-data",
        minSize: 30_000,
        cacheGroups: {
          univer: { test: /node_modules[\\/]@univerjs[\\/]/, name: "univer", priority: 20, chunks: "initial" },
          react: {
            test: /node_modules[\\/](react|react-dom|scheduler|@fluentui|@griffel|@floating-ui|tabster|keyborg)[\\/]/,
            name: "react",
            priority: 10,
            chunks: (chunk) => ["pane", "taskpane", "gallery"].includes(chunk.name),
          },
        },
      },
    },
    devtool: false,
    cache: {
      type: "filesystem",
      cacheDirectory: here("./node_modules/.cache/webpack"),
      name: `pages-${production ? "production" : "development"}-${office}`,
      buildDependencies: { config: [fileURLToPath(import.meta.url)] },
    },
    performance: false,
    // The libraries' own warnings about dynamic requires aren't ours to act on.
    stats: "errors-warnings",
  };
}

export default (env = {}, argv = {}) => [cli, pages(env, argv.mode === "production")];
