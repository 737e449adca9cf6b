/** One column of the sheet: what it was taken for, and how to change that. */
import { unitText } from "../../words/figures";
import { Button, Link, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useId, useRef, type ReactNode } from "react";
import { RANK_UNIT, yearText, type Field } from "../../language/vocabulary";
import type { ColumnView, DoubtView } from "../worker/tasks/reading-view";
import { useMappingWords, type MappingWords } from "../texts/mapping-texts";
import { ConfidenceMark } from "./confidence-mark";
import { DoubtQuestion } from "./doubt-question";
import { FieldPicker } from "./field-picker";
import { unitsOf, type ColumnChange } from "../app/scoring/mapping-editor";

const useStyles = makeStyles({
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr) auto",
    columnGap: "4px",
    alignItems: "start",
    width: "100%",
    padding: "5px 0",
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "start",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Hover}` },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  heading: { display: "block", overflowWrap: "anywhere" },
  meaning: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  editor: { display: "flex", flexDirection: "column", gap: "6px", padding: "2px 0 10px 20px" },
  pair: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(90px, 1fr))", gap: "6px" },
  select: { minWidth: 0 },
  label: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  links: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "12px",
    alignItems: "center",
    fontSize: tokens.fontSizeBase200,
  },
  small: { fontSize: tokens.fontSizeBase200 },
});

function yearOf({ say, of }: Pick<MappingWords, "say" | "of">, field: Field, back: number, t: number): string {
  return field.ofJudgementYear ? of(yearText(field, back, t)) : say("year", { year: String(t - back) });
}

/** 营业收入 · 2025年 · 万元 */
function meaningOf({ say, of }: MappingWords, column: ColumnView, field: Field | undefined, t: number): string {
  if (column.use === "ignored") return say("leftOut");
  if (field === undefined) return say("notRecognised");
  const parts = [of(field.name)];
  if (field.periods > 1) parts.push(yearOf({ say, of }, field, column.back, t));
  const unit = field.unit === RANK_UNIT ? "" : of(unitText(column.unit));
  if (unit !== "") parts.push(column.unitFrom === "assumed" ? say("unitAssumed", { unit }) : unit);
  if (column.use === "duplicate") parts.push(say("duplicateColumn"));
  if (column.use === "other-year") parts.push(say("otherYear"));
  return parts.join(" · ");
}

export interface MappingRowProps {
  readonly column: ColumnView;
  readonly fields: readonly Field[];
  readonly t: number;
  readonly open: boolean;
  /** A person set something of it. */
  readonly changed: boolean;
  /** More to say of it than what it was taken for. */
  readonly note?: string | undefined;
  /** What is asked about the column; undefined where nothing is. */
  readonly doubt?: DoubtView | undefined;
  /** Confirms the column as it was recognised, or in another unit. */
  readonly onConfirm?: (unit?: string) => void;
  readonly onToggle: () => void;
  readonly onChange: (change: ColumnChange) => void;
  readonly onReset: () => void;
  readonly onCell: (address: string) => void;
}

export function MappingRow(props: MappingRowProps): ReactNode {
  const { column, fields, t, open, changed, note, doubt, onConfirm, onToggle, onChange, onReset, onCell } = props;
  const styles = useStyles();
  const words = useMappingWords();
  const { say, of } = words;
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  const field = fields.find((one) => one.id === column.field);
  const units = field === undefined ? [] : unitsOf(field, column.unit);
  return (
    <li
      className={styles.row}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open || event.defaultPrevented) return;
        event.stopPropagation();
        onToggle();
        head.current?.focus();
      }}
    >
      <button
        ref={head}
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onToggle}
      >
        <span aria-hidden>{open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}</span>
        <span>
          <span className={styles.heading}>{column.heading === "" ? column.address : column.heading}</span>
          <span className={styles.meaning}>→ {meaningOf(words, column, field, t)}</span>
          {note === undefined ? null : <span className={styles.meaning}>{note}</span>}
        </span>
        <ConfidenceMark column={column} />
      </button>
      {doubt === undefined || onConfirm === undefined ? null : (
        <DoubtQuestion doubt={doubt} onConfirm={onConfirm} onChange={onToggle} open={open} />
      )}
      {open ? (
        <div id={id} className={styles.editor}>
          <FieldPicker
            fields={fields}
            value={column.field}
            likely={column.alternatives}
            label={say("fieldOf", { heading: column.heading })}
            onPick={(picked) => onChange({ field: picked })}
          />
          {field !== undefined && (field.periods > 1 || units.length > 1) ? (
            <div className={styles.pair}>
              {field.periods > 1 ? (
                <label className={styles.label}>
                  {say("yearLabel")}
                  <Select
                    size="small"
                    className={styles.select}
                    value={String(column.back)}
                    onChange={(_, { value }) => onChange({ back: Number(value) })}
                  >
                    {Array.from({ length: Math.max(field.periods, column.back + 1) }, (_, back) => (
                      <option key={back} value={back}>
                        {yearOf(words, field, back, t)}
                      </option>
                    ))}
                  </Select>
                </label>
              ) : null}
              {units.length > 1 ? (
                <label className={styles.label}>
                  {say("unitLabel")}
                  <Select
                    size="small"
                    className={styles.select}
                    value={column.unit}
                    onChange={(_, { value }) => onChange({ unit: value })}
                  >
                    {units.map((unit) => (
                      <option key={unit} value={unit}>
                        {unit === "" ? say("plainFraction") : of(unitText(unit))}
                      </option>
                    ))}
                  </Select>
                </label>
              ) : null}
            </div>
          ) : null}
          <div className={styles.links}>
            <Link
              as="button"
              className={styles.small}
              aria-label={say("selectCell", { cell: column.address })}
              onClick={() => onCell(column.address)}
            >
              {column.address}
            </Link>
            {column.example === "" ? null : (
              <span className={mergeClasses(styles.label)}>{say("example", { text: column.example })}</span>
            )}
            {changed ? (
              <Button size="small" appearance="transparent" onClick={onReset}>
                {say("resetColumn")}
              </Button>
            ) : null}
          </div>
        </div>
      ) : null}
    </li>
  );
}
