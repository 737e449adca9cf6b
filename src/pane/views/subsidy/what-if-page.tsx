/** 测算: three sliders with number boxes, the cost a month and a year, and how it moves. */
import { Button, Checkbox, Field, Input, makeStyles, mergeClasses, Slider, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { product, yuan } from "../../../riders/money";
import { isoMonth } from "../../../riders/month";
import type { Subsidies } from "../../../riders/load-subsidies";
import type { BatchSummary } from "../../../riders/subsidy-batch";
import {
  offersPrinted,
  shareOffers,
  SLIDERS,
  viewWhatIf,
  within,
  type Slider as Limits,
  type WhatIf,
} from "../../../riders/what-if";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import { CostBars, type CostBar } from "./cost-bars";
import { readMonth } from "./rider-form";
import { useSubsidyWords, type SaySubsidy } from "./subsidy-texts";
import { Choice } from "../../widgets/choice";

const useStyles = makeStyles({
  slider: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 76px", alignItems: "center", gap: "6px" },
  number: { minWidth: 0, width: "76px" },
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  input: { minWidth: 0, width: "100%" },
  wide: { gridColumn: "1 / -1" },
  total: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
});

export interface WhatIfPageProps {
  readonly subsidies: Subsidies;
  /** The list judged last; null where there is none. */
  readonly summary: BatchSummary | null;
  readonly value: WhatIf;
  readonly onChange: (value: WhatIf) => void;
}

/** The share of the list's riders to whom an amount was found to be due, for the slider to stand at. */
function foundShare({ lines }: WhatIf): number {
  const riders = lines.reduce((total, line) => total + line.riders, 0);
  const due = lines.reduce((total, { judged }) => total + (judged?.due ?? 0), 0);
  return riders === 0 ? 0 : due / riders;
}

const percentOf = (share: number): number => product(share, 100);
const shown = (amount: number | null, say: SaySubsidy): string =>
  amount === null ? say("unknown") : say("yuan", { amount: yuan(amount) });

export function WhatIfPage({ subsidies, summary, value, onChange }: WhatIfPageProps): ReactNode {
  const layout = useLayout();
  const say = useSubsidyWords();
  const { of } = useWords();
  const change = (changed: Partial<WhatIf>): void => onChange({ ...value, ...changed });
  const listed = summary?.month == null ? null : value.lines.reduce((sum, { riders }) => sum + riders, 0);
  return (
    <div className={layout.stack}>
      {listed === null ? (
        <StartFields subsidies={subsidies} value={value} onChange={onChange} />
      ) : (
        <p className={layout.text}>{say("fromList", { count: listed, lines: value.lines.length })}</p>
      )}
      <PercentSlider
        label={say("eligibleShare")}
        limits={SLIDERS.eligibleShare}
        value={value.eligibleShare ?? foundShare(value)}
        onChange={(eligibleShare) => change({ eligibleShare })}
      />
      <section className={layout.tight}>
        <h2 className={mergeClasses(layout.small, layout.quiet)}>{say("shares")}</h2>
        <ul className={mergeClasses(layout.list, layout.tight)}>
          {shareOffers(summary).map(({ share, text }) => (
            <li key={text.zh} className={layout.row}>
              <Button size="small" onClick={() => change({ eligibleShare: share })}>
                {share === null ? say("useList") : say("useShare", { share: percentOf(share) })}
              </Button>
              <span className={layout.small} style={{ flex: "1 1 180px" }}>
                {of(text)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <PercentSlider
        label={say("paidShare")}
        limits={SLIDERS.paidShare}
        value={value.paidShare ?? value.lines[0]?.scheme.amount?.share ?? 0}
        onChange={(paidShare) => change({ paidShare })}
      />
      {value.paidShare === null ? null : (
        <Button size="small" appearance="subtle" onClick={() => change({ paidShare: null })}>
          {say("ownShares")}
        </Button>
      )}
      <PercentSlider
        label={say("floorChange")}
        limits={SLIDERS.floorChange}
        value={value.floorChange}
        onChange={(floorChange) => change({ floorChange })}
      />
      {offersPrinted(value) ? (
        <Checkbox
          label={say("printedCosts")}
          checked={value.printedCosts}
          onChange={(_, { checked }) => change({ printedCosts: checked === true })}
        />
      ) : null}
      <Costs subsidies={subsidies} value={value} />
    </div>
  );
}

/** One scheme at one place, for a start without a list. */
function StartFields({ subsidies, value, onChange }: Omit<WhatIfPageProps, "summary">): ReactNode {
  const styles = useStyles();
  const say = useSubsidyWords();
  const { of } = useWords();
  const [month, setMonth] = useState(isoMonth(value.month));
  const [line] = value.lines;
  if (line === undefined) return null;
  const wrong = typeof readMonth(month) !== "number";
  return (
    <div className={styles.pair}>
      <Field label={say("scheme")} size="small" className={styles.wide}>
        <Choice
          size="small"
          value={line.scheme.id}
          onChange={(_, { value: id }) => {
            const scheme = subsidies.schemes.find((one) => one.id === id);
            if (scheme) onChange({ ...value, lines: [{ ...line, scheme }] });
          }}
        >
          {subsidies.schemes.map(({ id, name }) => (
            <option key={id} value={id}>
              {of(name)}
            </option>
          ))}
        </Choice>
      </Field>
      <Field label={say("insuredPlace")} size="small" className={styles.wide}>
        <Choice
          size="small"
          value={line.place.id}
          onChange={(_, { value: id }) => {
            const place = subsidies.bases.areas.find((one) => one.id === id);
            if (place) onChange({ ...value, lines: [{ ...line, place }] });
          }}
        >
          {subsidies.bases.areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {of(name)}
            </option>
          ))}
        </Choice>
      </Field>
      <Field label={say("riders")} size="small">
        <Input
          className={styles.input}
          size="small"
          type="number"
          value={String(line.riders)}
          onChange={(_, { value: typed }) => {
            const riders = Number(typed);
            if (Number.isInteger(riders) && riders >= 0) onChange({ ...value, lines: [{ ...line, riders }] });
          }}
        />
      </Field>
      <Field
        label={say("month")}
        size="small"
        {...(wrong ? { validationMessage: say("notAMonth", { text: month }) } : {})}
      >
        <Input
          className={styles.input}
          size="small"
          value={month}
          onChange={(_, { value: typed }) => {
            setMonth(typed);
            const read = readMonth(typed);
            if (typeof read === "number") onChange({ ...value, month: read });
          }}
        />
      </Field>
    </div>
  );
}

function PercentSlider({
  label,
  limits,
  value,
  onChange,
}: {
  readonly label: string;
  readonly limits: Limits;
  readonly value: number;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const take = (percent: number): void => {
    const held = within(limits, percent / 100);
    if (held !== null) onChange(Math.round(held * 10_000) / 10_000);
  };
  const percent = Math.round(value * 10_000) / 100;
  return (
    <div className={layout.tight}>
      <span className={layout.small} aria-hidden>
        {label}
      </span>
      <div className={styles.slider}>
        <Slider
          size="small"
          aria-label={label}
          min={percentOf(limits.least)}
          max={percentOf(limits.most)}
          value={percent}
          onChange={(_, data) => take(data.value)}
        />
        <Input
          className={styles.number}
          size="small"
          type="number"
          aria-label={label}
          value={String(percent)}
          onChange={(_, data) => take(data.value === "" ? NaN : Number(data.value))}
        />
      </div>
    </div>
  );
}

function Costs({ subsidies, value }: Pick<WhatIfPageProps, "subsidies" | "value">): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const say = useSubsidyWords();
  const { of } = useWords();
  const { result, sensitivity } = viewWhatIf(value, subsidies);
  const bar = (name: string, amount: number | null): CostBar => ({ name, value: amount, shown: shown(amount, say) });
  const signed = (share: number): string => `${share > 0 ? "+" : ""}${percentOf(share)}%`;
  return (
    <div className={layout.stack}>
      <div aria-live="polite" className={layout.tight}>
        <p className={styles.total}>
          {result.months.length > 1 ? say("allMonths", { count: result.months.length }) : say("perMonth")}{" "}
          {shown(result.month, say)}
        </p>
        <p className={styles.total}>
          {say("perYear")} {shown(result.year, say)}
        </p>
      </div>
      <p className={layout.small}>
        {result.estimatedFrom.length === 0
          ? say("asList", { months: result.months.map(isoMonth).join(say("comma")) })
          : say("estimated", { from: result.estimatedFrom.map((text) => of(text)).join(say("semicolon")) })}
      </p>
      {result.open.riders === 0 ? null : (
        <p className={layout.small}>
          {say("stillOpen", { count: result.open.riders, amount: yuan(result.open.amount) })}
        </p>
      )}
      <p className={mergeClasses(layout.small, layout.quiet)}>
        {result.months.length > 1 ? say("yearOfMonths") : say("yearHint")}{" "}
        {result.ridersWithout === 0 ? "" : say("left", { count: result.ridersWithout })}
      </p>
      <section className={layout.tight}>
        <h2 className={layout.heading}>{say("lines")}</h2>
        <ul className={mergeClasses(layout.list, layout.tight)}>
          {result.lines.map(({ line, eligible, each, month, why }) => (
            <li
              key={`${line.scheme.id}-${line.place.id}-${line.category}-${line.month ?? ""}`}
              className={layout.small}
            >
              {of(line.scheme.name)} · {of(line.place.name)}
              {line.category === "" ? "" : ` · ${line.category}`}
              {line.month === null ? "" : ` · ${isoMonth(line.month)}`}
              {": "}
              {each === null
                ? why.map((text) => of(text)).join(" ")
                : `${shown(each, say)} ${say("each")} × ${say("people", { count: eligible })} = ${shown(month, say)}`}
            </li>
          ))}
        </ul>
      </section>
      <CostBars
        title={say("byShare")}
        bars={sensitivity.eligibleShare.map(({ value: share, month }) => bar(`${percentOf(share)}%`, month))}
      />
      <CostBars title={say("byFloor")} bars={sensitivity.floor.map((point) => bar(signed(point.value), point.month))} />
      <CostBars
        title={say("byPaid")}
        bars={sensitivity.paidShare.map((point) => bar(`${percentOf(point.value)}%`, point.month))}
      />
    </div>
  );
}
