/** What is said of sheets that were read as forms. Chinese first, as one would tell a colleague. */
import type { Text } from "../../../../words/text";
import { shortened } from "../../../../words/plain-text";

const say = (zh: string, en: string): Text => ({ zh, en });

/** The first few of several, and how many there are. */
function some(texts: readonly string[], shown = 5): Text {
  const first = texts.slice(0, shown);
  if (texts.length <= shown) return say(first.join("、"), first.join(", "));
  return say(`${first.join("、")} 等 ${texts.length} 处`, `${first.join(", ")} and ${texts.length - shown} more`);
}

export const formTexts = {
  form: (firms: readonly string[]): Text =>
    say(
      firms.length === 1
        ? `读成一企一表的表单：${firms[0] ?? ""}。`
        : `读成一企一表的表单，共 ${firms.length} 家：${some(firms).zh}。`,
      firms.length === 1
        ? `Read as a form of one enterprise: ${firms[0] ?? ""}.`
        : `Read as forms of one enterprise each, ${firms.length} of them: ${some(firms).en}.`,
    ),
  across: (firms: readonly string[]): Text =>
    say(
      `读成指标竖排、企业横排的表，共 ${firms.length} 家：${some(firms).zh}。`,
      `Read as a table with indicators down and enterprises across, ${firms.length} of them: ${some(firms).en}.`,
    ),
  nameFrom: (name: string, where: string, source: "filled-in-by" | "title" | "sheet"): Text => {
    const [zh, en] = {
      "filled-in-by": ["填报单位", "who filled it in"],
      title: ["标题", "the title"],
      sheet: ["工作表名", "the name of the sheet"],
    }[source];
    return say(
      `${where} 没有写企业名称，企业名称取自${zh}：${name}。`,
      `${where} has no line for the enterprise's name; it is taken from ${en}: ${name}.`,
    );
  },
  noName: (where: string): Text =>
    say(
      `${where} 这张表单里没找到企业名称，照样评分。请在“企业名称”后面填上。`,
      `No name of the enterprise was found in the form ${where}; it was scored all the same. Fill in 企业名称.`,
    ),
  ambiguous: (label: string, cells: readonly string[]): Text =>
    say(
      `“${shortened(label)}”有几个答案（${some(cells).zh}），拿不准用哪个，都没有用。请只留一个，或在上方写明各是哪一年。`,
      `${shortened(label)} has several answers (${some(cells).en}); none was used. Keep one, or say above them which year each is of.`,
    ),
  contradiction: (label: string, cells: readonly string[]): Text =>
    say(
      `“${shortened(label)}”出现了几次，数不一样（${some(cells).zh}），都没有用。请核对，改成一样的。`,
      `${shortened(label)} stands in several places with different answers (${some(cells).en}); none was used. Check them and make them agree.`,
    ),
  converted: (name: string, unit: string): Text =>
    say(
      `${name} 的表单金额单位和别家不同，按${unit}读。`,
      `The amounts in the form of ${name} are in another unit than the others and were read as ${unit}.`,
    ),
  blankForm: say("是空白表单，没有填。", "a form that was not filled in."),
  exampleForm: say("是填写示例或模板，没有当作企业。", "an example of how to fill in the form, no enterprise."),
  innerList: say("是表单里的清单，一行一项，没有读。", "a list inside the form, which was not read."),
  unclearForm: (sheet: string, labels: readonly string[]): Text =>
    say(
      `“${sheet}”像是一企一表的表单，但只认出 ${labels.length} 项（${labels.map((label) => shortened(label)).join("、")}），不足以评分。请用通用的项目名称（如 营业收入、研发费用、从业人员），或整理成一行一家企业的清单。`,
      `${sheet} looks like a form of one enterprise, but only ${labels.length} items were recognised (${labels.map((label) => shortened(label)).join(", ")}), too few to score. Use common labels (such as revenue, R&D expense, employees), or make a list with one enterprise a row.`,
    ),
  onlyBlank: (sheet: string, count: number): Text =>
    say(
      `“${sheet}”是一张还没填的表单：认出 ${count} 个项目，后面都空着。请填好再来。`,
      `${sheet} is a form that was not filled in: ${count} items were recognised and all are blank. Fill it in and try again.`,
    ),
  onlyExample: (sheet: string): Text =>
    say(
      `“${sheet}”是填写示例或模板，里面没有真实企业。请换成填好的表单。`,
      `${sheet} is an example of how to fill in the form, with no enterprise in it. Use a form that was filled in.`,
    ),
};
