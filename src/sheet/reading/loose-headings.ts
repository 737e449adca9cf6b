/** Headings that name a field once words that add nothing are taken off: 本企业, 是否, 金额, 7 before 企业名称. */
import type { Field } from "../../language/vocabulary";
import type { HeadingKeys, Owner } from "./heading-keys";

const emptyPrefix =
  /^(?:本?(?:企业|公司|单位)的?|全年|年度|现有|实际|当前|目前|经审计的?|合并(?:报表|口径|财务报表)*的?|不含税|截[至止]目前|the|total|annual|company|enterprise|numberof|noof|累计拥有|累计授权|已授权的?|已获授权的?|授权的?|有效的?|拥有的?|共有)/;
/** What is there in the end, or a whole year's sum. */
const sumPrefix = /^(?:累计|合计|全年累计)/;
/** Words of the form's own, before what a form asks of its filler. */
const formPrefix = /^(?:申报|申请|上报|填报|推荐)/;
const formTypes: ReadonlySet<Field["type"]> = new Set(["text", "code", "industry", "date"]);
const strayNumber = /^\d{1,2}(?=[\u4e00-\u9fff])(?![年月日类级项家个件人强大万亿千百位名届批次新])/;
const flagWords = /是否|有无/;
const flagPrefix = /^(?:为|属于|有|拥有|具有|列入|被列入|处于|位于|取得|获得)/;
const recognised =
  /(?:证书)?(?:的)?(?:认定|发证|颁证|颁发|获批|批准|获得|取得|入选|入库|公布|公告|评定|授予|复核|通过|有效)?(?:的)?(?:情况|时间|日期|年份|年度|年月|批次|编号|证书编号|证书号|证书号码|文号|登记编号|入库编号|起始日期|起始日)$/;
/** Words at the end that add nothing to a heading of the type. */
const emptySuffix: readonly (readonly [Field["type"], RegExp])[] = [
  ["money", /(?:金额|数额|总额|总计|合计|额|数)$/],
  ["count", /(?:总数量|总数|总量|数量|人数|个数|项数|件数|合计|规模|授权量|授权数|拥有量|拥有数|数)$/],
  ["text", /(?:名称|情况)$/],
  ["code", /(?:号码|号)$/],
  ["choice", /(?:情况|级别|等级|类型)$/],
  ["flag", /情况$/],
  ["validity", recognised],
  ["date", /(?:时间|日期)$/],
  ["industry", /(?:名称|代码|编码|类别)$/],
  ["share", /(?:情况|数值)$/],
];

/**
 * Fields a folded heading names once empty words are off, or undefined. Never `sure`. 累计 goes from a count, and from the amount of a
 * `wholeYear`; of no year it may be a sum over several.
 */
export function looseOwners(keys: HeadingKeys, key: string, wholeYear: boolean): readonly Owner[] | undefined {
  const bodies = new Set([key]);
  for (const body of bodies) {
    if (bodies.size > 12) break;
    for (const shorter of [body.replace(emptyPrefix, ""), body.replace(strayNumber, "")]) {
      if (shorter !== "") bodies.add(shorter);
    }
  }
  for (const body of bodies) {
    const found =
      withoutSuffix(keys, body) ??
      keys.of(body) ??
      ofForm(keys, body) ??
      ofSum(keys, body, wholeYear) ??
      ofQuestion(keys, body);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutSuffix(keys: HeadingKeys, body: string): readonly Owner[] | undefined {
  for (const [type, suffix] of emptySuffix) {
    const short = body.replace(suffix, "");
    if (short === body) continue;
    const owners = keys.of(short)?.filter(({ field }) => field.type === type);
    if (owners !== undefined && owners.length > 0) return owners;
  }
  return undefined;
}

function ofForm(keys: HeadingKeys, body: string): readonly Owner[] | undefined {
  const short = body.replace(formPrefix, "");
  if (short === body) return undefined;
  const owners = keys.of(short)?.filter(({ field }) => formTypes.has(field.type));
  return owners === undefined || owners.length === 0 ? undefined : owners;
}

function ofSum(keys: HeadingKeys, body: string, wholeYear: boolean): readonly Owner[] | undefined {
  const short = body.replace(sumPrefix, "");
  if (short === body) return undefined;
  const found = keys.of(short) ?? withoutSuffix(keys, short);
  const owners = found?.filter(({ field }) => field.type === "count" || (wholeYear && field.type === "money"));
  return owners === undefined || owners.length === 0 ? undefined : owners;
}

function ofQuestion(keys: HeadingKeys, body: string): readonly Owner[] | undefined {
  if (!flagWords.test(body)) return undefined;
  const asked = body.replace(flagWords, "");
  for (const question of [asked, asked.replace(flagPrefix, "")]) {
    const owners = keys.of(question)?.filter(({ field }) => field.type === "flag" || field.type === "validity");
    if (owners !== undefined && owners.length > 0) return owners;
  }
  return undefined;
}
