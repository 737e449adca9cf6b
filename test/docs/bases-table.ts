/** The tables of contribution bases in both READMEs, as the seeds have them. */
import { placesOf } from "../../src/language/places";
import type { BaseArea, Bases, Level } from "../../src/riders/bases";
import { isoMonth, monthOf, type Month } from "../../src/riders/month";
import { plainYuan } from "../../src/riders/premiums";
import type { Language } from "../../src/words/text";

const YEARS = [2025, 2026] as const;

/** `4,433–22,164` with the months where it is not the whole year, and its marks. */
function levelText(level: Level, year: number, language: Language): string {
  const [first, last] = [monthOf(year, 1), monthOf(year, 12)];
  const [from, until] = [Math.max(level.from, first), Math.min(level.until, last)];
  const month = (one: Month): string => isoMonth(one).slice(5);
  const whole = from === first && until === last;
  const months = whole ? "" : from === until ? ` (${month(from)})` : ` (${month(from)}–${month(until)})`;
  const ceiling = level.ceiling === null ? "" : `–${plainYuan(level.ceiling)}`;
  const marks = [
    ...(level.kind === "flexible" ? ["†"] : []),
    ...(level.evidence === "confirmed" ? ["‡"] : level.evidence === "provisional" ? ["?"] : []),
  ].join("");
  const beside = level.beside.map(({ floor }) =>
    language === "zh" ? `，另有 ${plainYuan(floor)}` : `, also ${plainYuan(floor)}`,
  );
  return `${plainYuan(level.floor)}${ceiling}${marks}${months}${beside.join("")}`;
}

function yearText({ levels }: BaseArea, year: number, language: Language): string {
  const own = levels.filter(({ from, until }) => from <= monthOf(year, 12) && until >= monthOf(year, 1));
  return own.length === 0 ? "—" : own.map((level) => levelText(level, year, language)).join("; ");
}

/** The area, with the cities of a zone. */
function nameText({ name, places }: BaseArea, bases: Bases, language: Language): string {
  if (
    places.length === 1 &&
    placesOf(bases)
      .text(places[0] ?? 0)
      .zh.endsWith(name.zh)
  )
    return name[language];
  const cities = places.map((place) => {
    const city = bases.provinces.flatMap((province) => province.cities).find(({ code }) => code === place);
    return city?.name[language] ?? "";
  });
  return language === "zh" ? `${name.zh}（${cities.join("、")}）` : `${name.en} (${cities.join(", ")})`;
}

/** A row an area: name, 2025, 2026. */
export function basesTable(bases: Bases, language: Language): readonly string[] {
  return bases.areas.map(
    (area) =>
      `| ${[nameText(area, bases, language), ...YEARS.map((year) => yearText(area, year, language))].join(" | ")} |`,
  );
}
