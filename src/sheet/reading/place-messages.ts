/** What is said of the places of enterprises. */
import type { Text } from "../../words/text";

const SHOWN = 3;

function some(texts: readonly string[]): Text {
  const shown = texts.slice(0, SHOWN).map((text) => `“${text}”`);
  const more = texts.length > SHOWN;
  return {
    zh: shown.join("、") + (more ? "等" : ""),
    en: shown.map((text) => text.replace(/[“”]/g, '"')).join(", ") + (more ? " and others" : ""),
  };
}

function rowsOf(rows: readonly string[]): Text {
  const shown = rows.slice(0, 10).join("、");
  return {
    zh: `第 ${shown}${rows.length > 10 ? "……" : ""} 行（${rows.length} 家）`,
    en: `${rows.length === 1 ? "Row" : "Rows"} ${rows.slice(0, 10).join(", ")}${rows.length > 10 ? ", …" : ""} (${rows.length})`,
  };
}

export const placeMessages = {
  contradicting: (texts: readonly string[], rows: readonly string[]): Text => {
    const [where, said] = [rowsOf(rows), some(texts)];
    return {
      zh: `${where.zh}的所在地对不上：${said.zh}分属不同的省。各省自定的层级、措施和奖补先按“还说不准”处理；请改正其中一处，或加一列“评价所在地”写明按哪里评。`,
      en: `${where.en}: the places don't agree: ${said.en} lie in different provinces. What each province decides for itself stays open; correct one of them, or add a column "Place judged by".`,
    };
  },
  several: (texts: readonly string[], rows: readonly string[]): Text => {
    const [where, said] = [rowsOf(rows), some(texts)];
    return {
      zh: `${where.zh}的所在地${said.zh}在几个省都有，看不出是哪一个。各省自定的层级、措施和奖补先按“还说不准”处理；请补上省或市。`,
      en: `${where.en}: ${said.en} is a place in several provinces. What each province decides for itself stays open; add the province or the city.`,
    };
  },
  unknown: (texts: readonly string[], rows: readonly string[]): Text => {
    const [where, said] = [rowsOf(rows), some(texts)];
    return {
      zh: `${where.zh}的所在地${said.zh}不是认识的省、市、区县。请写成“山东省”或“济南市”这样的名字。`,
      en: `${where.en}: ${said.en} is no province, city or county that is known. Write a name such as 山东省 or 济南市.`,
    };
  },
  former: (name: string, now: Text): Text => ({
    zh: `“${name}”已经撤并或改名，按现在的${now.zh}看。`,
    en: `"${name}" was merged or renamed and is taken for ${now.en}.`,
  }),
  chosen: (place: Text, count: number): Text => ({
    zh: `有 ${count} 家看不出所在地，按设置的默认所在地${place.zh}看。`,
    en: `Nothing tells where ${count === 1 ? "1 enterprise is" : `${count} enterprises are`}; the place chosen for the workbook, ${place.en}, is taken.`,
  }),
};
