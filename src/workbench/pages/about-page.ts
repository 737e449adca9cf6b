/** The page that Excel's dialogs lead to for help, privacy and terms. */
import { NOTICE_FILE } from "../../licences/notice-file";
import { TEXT_PAGE_POLICY } from "../content-policy";

/** The page as HTML, Chinese first. */
export const aboutHtml = (): string => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${TEXT_PAGE_POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>关于专精特新评分</title>
    <link rel="icon" type="image/png" sizes="32x32" href="icons/icon-32.png" />
    <link rel="stylesheet" href="page.css" />
  </head>
  <body>
    <main class="opening">
      <h1>专精特新评分</h1>
      <p>打开企业名单，在“专精特新”选项卡点“给这张表打分”；也可以在单元格里输入 =ZJTX. 选用函数，每个函数都带帮助页。</p>
      <p lang="en">Open a list of enterprises and choose Score this sheet on the ZJTX tab, or type =ZJTX. in a cell to pick a function; each has a help page.</p>
      <h2 id="privacy">隐私 <span lang="en">Privacy</span></h2>
      <p>评分全部在您的电脑上完成：企业数据不上传，没有账号，不做统计。Excel 加载 Office.js 时，微软可能按它自己的隐私声明收集使用情况。</p>
      <p lang="en">All scoring happens on your computer: no data are uploaded, there is no account and no tracking. When Excel loads Office.js, Microsoft may collect usage data under its own privacy statement.</p>
      <h2 id="terms">使用条款 <span lang="en">Terms</span></h2>
      <p>按 MIT 许可证提供，不作任何保证。结果只用于申报准备，认定以主管部门的决定为准。</p>
      <p lang="en">Provided under the MIT licence, without warranty. An aid to preparation: the authority's decision stands.</p>
      <h2 id="licences">第三方软件 <span lang="en">Third-party software</span></h2>
      <p>用到的软件及其许可证见<a href="${NOTICE_FILE}">清单</a>。Office.js 由微软提供；微软不负责维护、更新或支持本加载项。</p>
      <p lang="en">The software used and its licences are <a href="${NOTICE_FILE}">listed</a>. Office.js is Microsoft's; Microsoft is not responsible for maintaining, updating or supporting this add-in.</p>
    </main>
  </body>
</html>
`;
