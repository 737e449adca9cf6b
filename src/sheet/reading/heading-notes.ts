/** What a note in a heading does to it: nothing, a usual way of saying the same, or another thing altogether. */

/**
 * `none` says nothing of the thing (必填, 注1). `same` names the usual way of counting it (合并, 授权, 期末). `changed` makes it another
 * thing: a part, a forecast, an application, somebody else's. `unknown` is for a person to settle.
 */
export type NoteMeaning = "none" | "same" | "changed" | "unknown";

const harmless =
  /^(?:注?\d*|必填|选填|可选|必填项|选填项|非必填|若有|如有|没有留空|可空|可不填|填写|单选|下拉选择|下拉|选择|多选|全称|盖章|公章|加盖公章|签章|中文|中文名称|企业全称|单位全称|与营业执照一致|营业执照名称|按营业执照填写|人民币|币种[:为]?人民币|填报|文本|文字|数字|数值|整数|小数|日期|公历|保留.*小数|格式.*|例.*|如.*|见.*|请.*|按.*填(?:写|报)?|以.*为准|.*一致|.*填写|yyyy.*|mm.*|\d+位|\d+位数?代码.*|年|年度|年份|截止上年末|截至上年末|是\/否|是否|有\/无|y\/n|yes\/no|√|打√|√\/×|可多选|自动计算|自动生成|公式|无需填写|required|optional|mandatory|number|text|date|a|总数|总额|总量|总计|合计|小计|数|数量|金额|数额|名称|个数|期末|期末数|年末|年末数|期末余额|全年|↓|↑|升序|降序|单位)$/;

/** What makes a ratio, a change, a sum over years, a forecast or a part of the thing named; also as the name of a group. */
const derivedWords =
  "占|比重|比例|比率|(?<!效|频|汇|税)率|增速|增长|增幅|增加|增减|增量|同比|环比|较上|平均|人均|户均|均值|年均|复合|预计|预测|预期|预估|估计|估算|计划|目标|预算|力争|扣非|非经常|归母|归属|少数股东|(?<!不)含税|价税合计|集团|母公司|子公司|分公司|\\/人|\\/户|\\/家|\\/亩|t\\+\\d|海外|境外|国外|出口|外销|加计|中位|剔除|不含(?!税)|扣除|应收|累计|合计|总计|growth|yoy|ratio|average|forecast|target|budget|estimate|expected|percapita|peremployee|parent|cumulative";
/** What makes an application, a plan or somebody else's of it. */
const notYetWords =
  "规划|(?<![模虚])拟|意向|承诺|新增|待(?:批|审|授|定|核|认)|受理|实审|实质审查|在审|在申|初审|公示|审查中|审核中|未授权|未获|失效|公开|关联|本部|总部|控股股东|实控人|曾用|变更前|原名|变动|变化|概算|转让|受让|排除|第几|名次|排名|位次|进口";
const otherGroup = new RegExp(
  `${derivedWords}|未授权|受理|实审|实质审查|公示|拟|规划|(?:申请|申报)(?:数|量|中|数量)?$`,
);
const otherThing = new RegExp(`${derivedWords}|${notYetWords}|申请|申报|^[efpb]$|^预$`);

const usual =
  /^(?:合并|合并数|合并报表|合并报表数|合并口径|合并报表口径|合并范围|合并财务报表|按?合并报表?口径|报表|报表数|报表口径|财务报表|审计|经审计|已审计|审计数|审计后|审定数|审计报告|审计报告数|审计口径|审计报表|年报|年度报告|年报数|年报口径|汇算清缴|汇算清缴口径|纳税申报表|纳税申报表口径|税务口径|统计口径|统计数|财务口径|会计口径|不含税|不含增值税|未税|全口径|全年数|年度数|实际|实际数|实际完成|实绩|完成数|快报|快报数|核定|自评|自报|自查|实缴|到账|已到账|期末人数|年末人数|时点数|全职|在职|在岗|在册|总人数|有效|有效数|有效期内|已授权|授权|授权数|授权量|已获授权|获授权|获得授权|已登记|登记|拥有|拥有数|持有|存量|现有|consolidated|audited|actual|total|granted)$/;
/** Sums of what is there are the stock of a count; of an amount they may be over several years. */
const stockOfCount =
  /^(?:累计|累计数|累计授权|累计拥有|累计获得|累计有效|平均|平均数|平均人数|年平均|年均|年平均人数|月均|月平均)$/;

/** What a note in brackets, lower case and without blanks, does to the heading it stands in. */
export function noteMeaning(note: string): NoteMeaning {
  if (harmless.test(note)) return "none";
  if (usual.test(note)) return "same";
  return otherThing.test(note) ? "changed" : "unknown";
}

/** True for a note that is usual for counts alone: 累计授权 is the stock of patents, 平均 the way staff is counted. */
export function isUsualForCounts(note: string): boolean {
  return stockOfCount.test(note);
}

/** True where the name of a group, or a heading, has a word that makes another thing of what it names. */
export function namesAnotherThing(text: string): boolean {
  return otherGroup.test(text);
}
