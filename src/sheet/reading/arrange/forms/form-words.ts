/** Words that forms are made of besides the answers: what heads a column of labels, of answers, of marks and notes. */
import { foldKey } from "../../../../words/plain-text";

/** Heads the labels. */
const labelHeads =
  /^(?:[一二三四]级)?(?:主要|重要|经济|财务|评价|经济效益|核心)*(?:指标|项目|科目|栏目|事项|问题|题目|字段|要素|条件|类别|分类|维度|填报项|内容|资产|负债(?:和|及)?(?:所有者|股东)?权益.*)(?:名称|内容|项)?$|^名称$|^[一二三四五]?(?:级)?(?:指标|项目).{0,4}$/;
/** Heads the answers. */
const answerHeads =
  /^(?:企业|申报|申请|自我|自|本|指标|项目|单位)*(?:填写|填报|申报|自评|自报|评价|实际|完成|具体|现有|达到)*(?:内容|数值|数据|数额|金额|余额|情况|结果|答案|信息|回答|回复|指标值|完成值|实际值|实际数|实际|值|数|填报|填写|自评|自报|选项|选择|勾选|现状|栏)(?:填写|填报)?$|^(?:value|answer|amount|figure)s?$/;
/** Heads what is no answer: marks, papers, notes, changes, plans, codes. */
const asideHeads =
  /得分|评分|打分|分值|满分|分数|赋分|加分|权重|标准|要求|材料|附件|佐证|证明|备注|说明|注释|附注|依据|同比|环比|增速|增长|增幅|增减|变动|占比|比重|排名|名次|代码|代号|行次|页码|审核|核实|核定|审查|意见|来源|目标|计划|预算|预计|预测|公式|示例|样例|责任|部门|填报人|必填|格式|口径|签字|盖章|合计|总计|小计|平均|均值|中位|全市|全省|全国|行业|是否(?:符合|达标|满足|一致|必填)|^(?:no|note|remark|score|weight|code)s?$/;
const serialHeads = /^(?:序号|编号|题号|项次|顺序号|序|no|sn)$/;
const unitHeads = /^(?:计量|数据|填报|指标)?单位$|^units?$/;
/** Asks for the period of the whole form. */
const periodLabels =
  /^(?:统计|报告|数据|会计|报表|所属|核算|数据所属|数据统计|经营数据)(?:年度|年份|期间|期|时期|截止日期?|截至日期?|截止时间|日期|时间)$|^(?:年度|年份|报告期|截[止至]日期?|截[止至]时间|所属期|年报)$/;
/** Labels of forms no rule asks for, so that an empty answer before them is seen to be empty. */
const everydayLabels =
  /^(?:(?:企业|公司|单位|注册|登记|通讯|通信|联系|办公|生产|经营|实际|详细|邮寄|工商|主要|现|所在)*(?:地址|地点|住所|场所)|(?:法定代表人|法人代表|法人|负责人|单位负责人|企业负责人|实际控制人|控股股东|主要负责人|联系人|填表人|填报人|经办人|制表人|审核人|统计负责人|财务负责人|技术负责人|总经理|董事长)(?:姓名|签字|签章|国籍|学历|职务)?|姓名|职务|职称|(?:联系|办公|固定|移动|手机|单位|企业|法人|负责人|联系人)*(?:电话|手机|手机号码?|号码|传真|邮箱|电子邮箱|电子邮件|邮件|微信|qq|email|e-?mail)(?:号码|号)?|邮编|邮政编码|网址|企业网址|官网|注册资本|注册资金|实收资本|实缴资本|企业类型|企业性质|单位性质|登记注册类型|经济类型|经济性质|控股情况|企业规模|企业划型|规模|经营范围|主营业务|企业简介|公司简介|单位简介|开户银行|开户行|银行账号|账号|股票代码|上市情况|上市时间|填报日期|填表日期|填报时间|填表时间|申报日期|申请日期|日期|备注|说明|签章|盖章|签字|公章|企业公章|推荐单位|初审意见|审核意见|推荐意见|真实性声明|身份证号码?|学历|年龄|性别|国籍|产品名称|股东名称|项目名称|专利名称|专利号|授权日期|授权公告号|证书编号|证书名称|标准名称|标准编号)$/;

/** The text of a head or label for comparing: no brackets, blanks, signs or numbering. */
export function headKey(text: string): string {
  return foldKey(text.normalize("NFKC").replace(/[([（【][^)\]）】]*[)\]）】]/g, ""))
    .replace(/^\d{1,2}(?=[^\d年%])/, "")
    .replace(/^[一二三四五六七八九十]{1,2}(?=(?:企业|基本|经济|财务|主要))/, "");
}

export type HeadWord = "label" | "answer" | "aside" | "serial" | "unit";

/** What a column under this text holds, as far as the words of forms tell; null for any other text. */
export function headWord(text: string): HeadWord | null {
  const key = headKey(text);
  if (key === "" || key.length > 16) return null;
  if (serialHeads.test(key)) return "serial";
  if (unitHeads.test(key)) return "unit";
  if (asideHeads.test(key)) return "aside";
  if (labelHeads.test(key)) return "label";
  return answerHeads.test(key) ? "answer" : null;
}

/** Only says "the answer stands below", so that a year beside it is all the head adds: 2025年金额, 期末余额. */
export function isAnswerHead(text: string): boolean {
  return answerHeads.test(headKey(text));
}

export function isPeriodLabel(text: string): boolean {
  return periodLabels.test(headKey(text));
}

export function isEverydayLabel(text: string): boolean {
  const key = headKey(text);
  return key.length <= 16 && everydayLabels.test(key);
}

/** Names the enterprise where nothing better does: who filled the form in. */
export function isFilledInBy(text: string): boolean {
  return /^(?:填报|填表|编制|编报|报送|申报|申请|报告|被调查|调查|上报|统计|核算)?(?:单位|企业|公司|法人单位|机构)(?:详细名称|全称|名称|盖章|公章|签章)?$/.test(
    headKey(text),
  );
}

/** Ends as the name of an enterprise does. */
export function endsLikeFirm(text: string): boolean {
  return /(?:公司|集团|厂|合作社|研究院|研究所|事务所|设计院|中心|工作室|商行|经营部|商店|门市部|农场|矿|酒店|银行|company|ltd\.?|inc\.?|corp\.?|llc)$/i.test(
    text
      .normalize("NFKC")
      .replace(/\s*\([^()]*\)\s*$/, "")
      .trim(),
  );
}

/** Stands where a name would be written: ××公司, XX有限公司, 某某公司, 示例. */
export function isPlaceholderName(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  return (
    /^(?:[x×＊*○〇_ ]{2,}|某某?|示例|样例|例如|请填写|\(?填写|〔?企业名称)/i.test(plain) ||
    /[×*○〇]{2,}|_{2,}/.test(plain) ||
    /xx+/i.test(plain)
  );
}
