/** 产业地图: districts by industries as a grid, and who is above a limit. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { IndustryRole } from "../../../clusters/district-map";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import type { DistrictPicture } from "../../worker/tasks/cluster-picture";
import { useClusterWords, type ClusterWord } from "./cluster-texts";

const useStyles = makeStyles({
  /** Many industries scroll inside; the pane itself never scrolls sideways. */
  frame: {
    overflowX: "auto",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: "3px 4px",
    textAlign: "center",
    minWidth: "18px",
  },
  upright: { writingMode: "vertical-rl", textAlign: "start", fontWeight: tokens.fontWeightRegular, maxHeight: "120px" },
  district: { textAlign: "start", fontWeight: tokens.fontWeightSemibold, minWidth: "64px" },
  lead: { backgroundColor: tokens.colorBrandBackground2, fontWeight: tokens.fontWeightBold },
  over: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightBold },
  open: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightBold },
  status: { display: "flex", gap: "6px", alignItems: "baseline" },
});

const ROLES: Readonly<Record<Exclude<IndustryRole, null>, ClusterWord>> = {
  lead: "roleLead",
  special: "roleSpecial",
  other: "roleOther",
};

export function DistrictPage({ map }: { readonly map: DistrictPicture }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const { industries, districts, limits, incomplete } = map;
  const noted = districts.filter(({ verdict }) => verdict !== "met");
  const mark = (role: IndustryRole | undefined): string =>
    role === undefined ? "" : role === null ? "?" : say(ROLES[role]);
  return (
    <div className={layout.stack}>
      {noted.some(({ verdict }) => verdict === "unmet") ? null : <p className={layout.text}>{say("kept")}</p>}
      {noted.length === 0 ? null : (
        <ul className={mergeClasses(layout.list, layout.tight)}>
          {noted.map(({ district, verdict, remark }) => (
            <li key={district} className={mergeClasses(styles.status, layout.small)}>
              <span className={verdict === "unmet" ? styles.over : styles.open}>{verdict === "unmet" ? "✗" : "?"}</span>
              <span>{say("violation", { district, remark: of(remark) })}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.frame} role="region" aria-label={say("mapName")} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.cell, styles.district)}>
                {say("districtHead")}
              </th>
              {industries.map((industry) => (
                <th key={industry} scope="col" className={styles.cell}>
                  <span className={styles.upright}>{industry}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {districts.map(({ district, roles }) => (
              <tr key={district}>
                <th scope="row" className={mergeClasses(styles.cell, styles.district)}>
                  {district}
                </th>
                {roles.map((role, column) => (
                  <td key={column} className={mergeClasses(styles.cell, role === "lead" && styles.lead)}>
                    {mark(role)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("mapLegend")}</p>
      <p className={mergeClasses(layout.small, layout.quiet)}>
        {say("mapLimits", { lead: limits.lead, special: limits.special, source: of(limits.source) })}
      </p>
      {incomplete.length === 0 ? null : (
        <p className={layout.small}>{say("incomplete", { rows: incomplete.slice(0, 10).join(say("comma")) })}</p>
      )}
    </div>
  );
}
