/** Lists of what one enterprise has inside it or sells, dropped in as if they were enterprises: staff, departments, orders, customers. */
import type { Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import { cellText, isBlank } from "../../words/grid";
import { plainHeading } from "../../words/plain-text";
import { notEnterprises } from "./failure-messages";
import { isMeasured } from "./arrange/list-outline";
import type { Mapping } from "./map-columns";
import { nameValues } from "./name-values";
import type { SheetReading } from "./read-sheet";

const person = /^(?:(?:员工|人员|职工|研发人员|学生)?(?:姓名|工号|编号)|员工|身份证(?:号码?|件号码?)?)$/;
/** What only people have. */
const ofPersons =
  /^(?:(?:所[在属])?(?:部门|科室|班组|班级)|岗位(?:名称)?|职[务称级位](?:名称)?|工种|(?:最高)?学[历位]|(?:所学)?专业|毕业(?:院校|学校|时间)|性别|年龄|民族|籍贯|政治面貌|出生(?:日期|年月)|入职(?:日期|时间)|参加工作时间|工龄|身份证(?:号码?|件号码?)?)$/;
const department = /^(?:部门|科室|处室|部室|车间|班组|工段)(?:名称)?$/;
const order =
  /^(?:订单|合同|发票|单据|凭证|流水|运单|采购单|销售单|出库单|入库单|订货单)(?:编号|编码|号码?|单号|流水号)$/;
/** Under these a name is somebody the figures are sales to. */
const customer = /^(?:主要)?(?:客户|购[货方买]方?|采购商|买方|经销商)(?:单位|公司|企业)?(?:名称|全称)?$/;
/** What a list of sales says beside them. */
const ofSales =
  /占比|占.{0,8}(?:收入|销售|比[例重])|比[例重]$|订单|合同|发票|开票|发货|交货|出货|下单|回款|应收|账期|信用期|单价|数量/;
const soldTo = /^(?:\d{4}年度?)?(?:销售(?:收入|额|金额)|收入|销售|金额)/;
/** Amounts that may be sales to a customer as well as the customer's own, unless their heading says that they are its own. */
const sales: ReadonlySet<string> = new Set(["revenue", "main_revenue"]);
const own = /营业|主营|应税/;

function plain({ heading }: Pick<Mapping, "heading">): string {
  return plainHeading(heading).replace(/\([^()]*\)/g, "");
}

/** The heading that names persons, where another one says that they are no riders or contacts; null where there is none. */
export function personHeading(headings: readonly string[]): string | null {
  const texts = headings.map((heading) => ({ heading, text: plain({ heading }) }));
  const named = texts.find(({ text }) => person.test(text));
  return named !== undefined && texts.some((one) => one !== named && ofPersons.test(one.text)) ? named.heading : null;
}

/** True where a name is known only as somebody's customer. */
export function isCustomer(column: Pick<Mapping, "field" | "heading">): boolean {
  return column.field === "name" && customer.test(plain(column));
}

function isDistinct({ grid, gridRows }: SheetReading, column: number): boolean {
  const texts = gridRows.map((row) => cellText(grid.rows[row]?.[column]));
  return texts.every((text) => !isBlank(text)) && new Set(texts).size === texts.length;
}

/** Orders or customers of one enterprise. A bank's list of customers has their own figures, or a code. */
function soldThings(reading: SheetReading, vocabulary: Vocabulary): Text | null {
  const { columns, sheet } = reading;
  const measured = columns.filter(
    ({ use, field }) => use === "read" && isMeasured(vocabulary.fields.get(field ?? "") ?? null),
  );
  const mayBeSales = measured.every((column) => sales.has(column.field ?? "") && !own.test(plain(column)));
  if (!mayBeSales) return null;
  const ordered = columns.find((column) => order.test(plain(column)) && isDistinct(reading, column.column));
  if (ordered !== undefined) return notEnterprises.orders(sheet, ordered.heading);
  const named = columns.find(isCustomer);
  if (named === undefined) return null;
  const tells = columns.some(
    (column) => column !== named && (ofSales.test(plain(column)) || soldTo.test(plain(column))),
  );
  return tells ? notEnterprises.customers(sheet, named.heading) : null;
}

/** Why the rows of a reading that names no enterprises, or names them as customers, are none; null where they may be. */
export function innerList(reading: SheetReading, vocabulary: Vocabulary): Text | null {
  const { columns, sheet, grid, gridRows } = reading;
  const persons = personHeading(columns.map(({ heading }) => heading));
  // A column nobody knows that holds names of enterprises is asked about instead.
  const mayName = columns.some(
    (column) =>
      column.use === "unknown" &&
      !ofPersons.test(plain(column)) &&
      nameValues(grid, gridRows[0] ?? 0, column.column) === "names",
  );
  if (persons !== null && !mayName) return notEnterprises.persons(sheet, persons);
  const parts = columns.find((column) => department.test(plain(column)) && isDistinct(reading, column.column));
  return parts === undefined ? soldThings(reading, vocabulary) : notEnterprises.departments(sheet, parts.heading);
}
