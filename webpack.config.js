import { readFileSync } from "node:fs";
import { basename } from "node:path";
import process from "node:process";
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

const { LAZY_LIMITS, filesOfPiece, lazyProblem } = await tsImport(
  "./src/workbench/build/lazy-limits.ts",
  import.meta.url,
);
const { packageFiles } = await tsImport("./src/workbench/build/package-files.ts", import.meta.url);

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

/** @param exclude files that go out as they came. */
const minimizer = (exclude) =>
  new MinimizerPlugin({
    minify: MinimizerPlugin.swcMinify,
    extractComments: false,
    // A second pass takes as long again and saves two bytes in a thousand.
    minimizerOptions: { compress: { passes: 1 }, mangle: true },
    exclude,
  });

/** Modules that read the checkout, and what reads the packed files in their place in the built program. */
const PACKED_MODULES = {
  "read-seeds": "./src/commands/packed-seeds.ts",
  "program-version": "./src/commands/packed-version.ts",
};

/** The package that the built program is: its rules, its types, and what npm needs to know. */
class PackagePlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("PackagePlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: "PackagePlugin", stage }, () => {
        for (const [name, content] of packageFiles(here(".")))
          compilation.emitAsset(name, new webpack.sources.RawSource(content));
      });
    });
  }
}

/**
 * The program and the library as a package that runs with plain Node: `node dist/cli/zjtx.mjs score book.xlsx`. Each command is a piece of
 * its own, loaded when it is asked for; DuckDB, which is native, stays a dependency.
 */
const cli = {
  name: "cli",
  mode: "production",
  target: "node20",
  entry: {
    zjtx: here("./src/program/zjtx.ts"),
    library: { import: here("./src/program/library.ts"), library: { type: "module" } },
  },
  experiments: { outputModule: true },
  output: {
    path: here("./dist/cli"),
    filename: "[name].mjs",
    chunkFilename: "[name].mjs",
    module: true,
    chunkFormat: "module",
    chunkLoading: "import",
    clean: true,
  },
  externals: { "@duckdb/node-api": "module @duckdb/node-api" },
  resolve: { extensions: [".ts", ".mjs", ".js"] },
  module: {
    // Packed files are found from where the program lies at run time, not from where it was built; Univer, from where it is run.
    parser: { javascript: { importMeta: false, url: false, createRequire: false } },
    rules: [scripts],
  },
  plugins: [
    new NoticePlugin(),
    new PackagePlugin(),
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^zjtx\.mjs$/ }),
    ...Object.entries(PACKED_MODULES).map(
      ([name, packed]) => new webpack.NormalModuleReplacementPlugin(new RegExp(`/${name}$`), here(packed)),
    ),
  ],
  optimization: { minimizer: [minimizer()], chunkIds: "named" },
  devtool: false,
  performance: false,
};

/** Writes the pages' HTML around the files made of their entries, and adds the files that need no bundling. */
class PagesPlugin {
  constructor(office, functions) {
    this.office = office;
    this.functions = functions;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("PagesPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: "PagesPlugin", stage }, () => {
        const emit = (path, content) => compilation.emitAsset(path, new webpack.sources.RawSource(content));
        for (const page of PAGES) {
          const files = new Set(page.entries.flatMap((entry) => compilation.entrypoints.get(entry).getFiles()));
          const own = [...files].filter((file) => !file.endsWith(".map"));
          emit(`${page.name}.html`, pageHtml(page, own, this.office));
        }
        emit("about.html", aboutHtml());
        for (const { from, to } of staticFiles(here("."), this.functions, this.office)) {
          emit(to, readFileSync(from));
          compilation.fileDependencies.add(from);
        }
      });
    });
  }
}

/** Fails a build in which a piece that is fetched when asked for has grown too large. */
class LazyLimitPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("LazyLimitPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "LazyLimitPlugin", stage }, () => {
        for (const limit of LAZY_LIMITS) {
          const group = compilation.namedChunkGroups.get(limit.piece);
          const files = group === undefined ? [] : filesOfPiece(group);
          const contents = files.map((file) => [file, compilation.getAsset(file).source.buffer()]);
          const problem = lazyProblem(limit, new Map(contents));
          if (problem !== null) compilation.errors.push(new webpack.WebpackError(problem));
        }
      });
    });
  }
}

/** Tells whoever runs the bundler how much is done, and when the pages are there: writing the cache goes on after that. */
class ProgressToParent {
  apply(compiler) {
    let said = 0;
    new webpack.ProgressPlugin((share) => {
      const quarter = Math.floor(share * 4);
      if (quarter <= said || quarter === 4) return;
      said = quarter;
      process.send({ share: quarter / 4 });
    }).apply(compiler);
    // Nobody looks at what a watching one would build from then on.
    if (compiler.options.watch) process.once("disconnect", () => process.exit());
    compiler.hooks.done.tap("ProgressToParent", (stats) => process.send({ built: !stats.hasErrors() }));
  }
}

/** They run in one page, one after the other: what a later one shares with an earlier one exists once. */
const BEFORE = { functions: "rules-data", taskpane: "functions" };

/** What the release is made of, for the pages to carry as text. */
const PACKED = ["release", "subsidies", "cultivation", "targets", "seeds", "version"];

/**
 * The pages for the browser. `env.officejs` is global, china or self; `env.parts` the folder with what was written for the pages before,
 * `env.into` the one they go to. src/workbench/build/build-pages.ts sets them.
 */
function pages({ officejs: office, parts, into }, production) {
  return {
    name: "pages",
    mode: production ? "production" : "development",
    target: ["web", "es2022"],
    entry: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, file]) => {
        const shares = name in BEFORE ? { dependOn: BEFORE[name] } : {};
        return [name, { import: here(`./${file}`), ...shares }];
      }),
    ),
    output: {
      path: into,
      filename: "[name].js",
      chunkFilename: "chunks/[name].js",
      publicPath: "auto",
      clean: true,
    },
    resolve: {
      extensions: [".tsx", ".ts", ".mjs", ".js"],
      alias: Object.fromEntries(PACKED.map((name) => [`${name}$`, `${parts}/release/${name}.json`])),
    },
    module: {
      rules: [
        scripts,
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
        { include: `${parts}/release`, type: "asset/source" },
        // From Fluent's icons each file imports its own: the index names eight megabytes of others.
        {
          test: /\.[jt]sx?$/,
          include: [here("./src"), /node_modules[\\/]@fluentui[\\/]/],
          exclude: /react-icons/,
          enforce: "pre",
          loader: "@fluentui/react-icons-atomic-webpack-loader",
        },
      ],
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: "[name].css", ignoreOrder: true }),
      new NoticePlugin(),
      new PagesPlugin(office, `${parts}/functions`),
      ...(process.send ? [new ProgressToParent()] : []),
      // Never `eval` maps: the pages' policy refuses eval. Libraries go without, which halves the time of a build.
      ...(production
        ? [new LazyLimitPlugin()]
        : [new webpack.SourceMapDevToolPlugin({ filename: "[file].map", exclude: /^(react|vendor)/ })]),
    ],
    optimization: {
      // A failed build must not look like a finished one.
      emitOnErrors: false,
      // Microsoft's files.
      minimizer: [minimizer(/^office\//)],
      splitChunks: {
        // Excel loads the functions' bundle wherever a formula stands: it carries what it needs and no more.
        chunks: (chunk) => chunk.name !== "functions" && chunk.name !== "rules-data",
        minSize: 30_000,
        cacheGroups: {
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
      // What is kept of resolving names holds for one folder of parts: pages of another would carry its rules.
      name: `pages-${production ? "production" : "development"}-${office}-${basename(parts)}`,
      buildDependencies: { config: [fileURLToPath(import.meta.url)] },
    },
    performance: false,
    // The libraries' own warnings about dynamic requires aren't ours to act on.
    stats: "errors-warnings",
  };
}

/** The pages need to be told where they go; the program does not. */
export default (env = {}, argv = {}) =>
  env.into === undefined ? [cli] : [cli, pages(env, argv.mode === "production")];
