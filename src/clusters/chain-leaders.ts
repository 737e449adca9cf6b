/** 链主: for each chain its leaders, its links, and the firms that could fill them, from the columns the sheet has. */
import type { Text } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { groupsOf, rowsByGroup } from "./grouped-columns";
import { TITLE_FIELDS, TITLE_NAMES, type TitleField } from "./roll-up";

export interface ChainFirm {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly name: string;
  /** The highest title that holds on the day, or null. */
  readonly title: TitleField | null;
  /** 万元, NaN where blank. */
  readonly revenue: number;
}

export interface ChainLink {
  readonly chain: string;
  /** "" for firms whose link the sheet does not say. */
  readonly link: string;
  readonly leaders: readonly ChainFirm[];
  /** Firms of the link that do not lead, titled ones first, then by revenue; at most `most`. */
  readonly candidates: readonly ChainFirm[];
  readonly firms: number;
  readonly remark: Text;
}

export interface ChainTable {
  readonly links: readonly ChainLink[];
  /** Columns that would say more, where the sheet has none of them. */
  readonly missing: readonly Text[];
  /** Firms that name no chain. */
  readonly unassigned: number;
}

export interface ChainOptions {
  /** An Excel serial. */
  readonly asOf: number;
  /** Candidates listed a link. */
  readonly most: number;
}

const NOTHING: Text = { zh: "", en: "" };

export function titleName(title: TitleField | null): Text {
  return title === null ? NOTHING : TITLE_NAMES[title];
}

/** The chains of an enterprise sheet, in the order of their first enterprise. */
export function chainTable(reading: SheetReading, vocabulary: Vocabulary, { asOf, most }: ChainOptions): ChainTable {
  const { facts } = reading;
  const groups = groupsOf(reading.text("chain"));
  const { rows, starts } = rowsByGroup(groups);
  const links = reading.text("chain_link");
  const leads = facts.column("chain_leader");
  const revenue = facts.column("revenue");
  const titles = TITLE_FIELDS.map((field) => ({ field, column: facts.column(field) }));
  const hasLinks = links.some((link) => link !== "");
  const firmAt = (row: number): ChainFirm => ({
    row,
    name: reading.names[row] ?? "",
    title: titles.find(({ column }) => (column?.[row] ?? NaN) >= asOf)?.field ?? null,
    revenue: revenue?.[row] ?? NaN,
  });
  const rank = ({ title }: ChainFirm): number => (title === null ? TITLE_FIELDS.length : TITLE_FIELDS.indexOf(title));
  const size = (firm: ChainFirm): number => (Number.isNaN(firm.revenue) ? -1 : firm.revenue);
  const found: ChainLink[] = [];
  groups.names.forEach((chain, group) => {
    const byLink = new Map<string, ChainFirm[]>();
    const leaders: ChainFirm[] = [];
    let open = 0;
    for (const row of rows.subarray(starts[group] ?? 0, starts[group + 1] ?? 0)) {
      const firm = firmAt(row);
      const lead = leads?.[row] ?? NaN;
      if (lead === 1) leaders.push(firm);
      else {
        if (leads && Number.isNaN(lead)) open += 1;
        const link = (links[row] ?? "").trim();
        byLink.set(link, [...(byLink.get(link) ?? []), firm]);
      }
    }
    if (byLink.size === 0) byLink.set("", []);
    for (const [link, firms] of byLink) {
      const sorted = [...firms].sort((a, b) => rank(a) - rank(b) || size(b) - size(a) || a.row - b.row);
      const titled = firms.filter(({ title }) => title !== null).length;
      found.push({
        chain,
        link,
        leaders,
        candidates: sorted.slice(0, most),
        firms: firms.length,
        remark: remarkOf({ leaders: leaders.length, open, titled, hasLeads: leads !== undefined, firms: firms.length }),
      });
    }
  });
  const fieldName = (id: string): Text[] => {
    const field = vocabulary.fields.get(id);
    return field ? [field.name] : [];
  };
  return {
    links: found,
    missing: [
      ...(groups.names.length > 0 ? [] : fieldName("chain")),
      ...(leads ? [] : fieldName("chain_leader")),
      ...(hasLinks ? [] : fieldName("chain_link")),
    ],
    unassigned: groups.unassigned,
  };
}

function remarkOf(one: { leaders: number; open: number; titled: number; hasLeads: boolean; firms: number }): Text {
  const parts: Text[] = [];
  if (one.hasLeads && one.leaders === 0)
    parts.push(
      one.open > 0
        ? { zh: `没有标出链主（${one.open}家没有填）`, en: `no leader marked (${one.open} blank)` }
        : { zh: "没有链主", en: "no leader" },
    );
  if (one.firms === 0) parts.push({ zh: "没有配套企业", en: "no supporting firm" });
  else if (one.titled === 0) parts.push({ zh: "没有持有称号的企业", en: "no firm with a title" });
  return { zh: parts.map(({ zh }) => zh).join("；"), en: parts.map(({ en }) => en).join("; ") };
}
