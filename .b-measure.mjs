import make from "./webpack.config.js"; import webpack from "webpack";
const cfg = make({officejs:process.argv[3]??"global"}, {mode:"development"}); const p=cfg[1];
const [a]=process.argv.slice(2); p.entry={workbench:"/work/main/dist/b-tmp/workbench.ts",pane:"/work/main/dist/b-tmp/pane.tsx",gallery:"/work/main/dist/b-tmp/pane.tsx",functions:"/work/main/dist/b-tmp/functions.ts",taskpane:{import:"/work/main/dist/b-tmp/pane.tsx",dependOn:"functions"}};
webpack(p).run((e,s)=>{console.log(e, s?.toString({colors:false,assets:false,modules:false}).slice(0,3000)); s.compilation.compiler.close(()=>{});});
