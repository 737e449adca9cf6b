/** 单人: one rider's form, the months as dots, the verdict, the amount with its arithmetic. */
import { sourceText } from "../../../riders/source-text";
import { Button, Field, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { injuryCover } from "../../../riders/injury-cover";
import { riderView } from "../../../riders/one-rider";
import type { SubsidyOptions } from "../../../riders/rider";
import type { Subsidies } from "../../../riders/load-subsidies";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { useWords } from "../../texts/language";
import { MonthDots } from "./month-dots";
import { BLANK_FORM, EXAMPLE_FORM, readIncome, readMonth, riderOf, type RiderForm } from "./rider-form";
import { useSubsidyWords } from "./subsidy-texts";

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  incomes: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(84px, 1fr))", gap: "6px" },
  input: { minWidth: 0, width: "100%" },
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  amount: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
});

export interface RiderPageProps {
  /** With the person's own figures in their gaps. */
  readonly subsidies: Subsidies;
  readonly options: SubsidyOptions;
  readonly form: RiderForm;
  readonly onForm: (form: RiderForm) => void;
}

export function RiderPage({ subsidies, options, form, onForm }: RiderPageProps): ReactNode {
  const layout = useLayout();
  return (
    <div className={layout.stack}>
      <RiderFields subsidies={subsidies} form={form} onForm={onForm} />
      <Answer subsidies={subsidies} options={options} form={form} />
    </div>
  );
}

function RiderFields({ subsidies, form, onForm }: Omit<RiderPageProps, "options">): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useSubsidyWords();
  const lists = useId();
  const change = (changed: Partial<RiderForm>): void => onForm({ ...form, ...changed });
  const categories = subsidies.schemes.flatMap(({ categories: only, amount }) => [
    ...(only ?? []),
    ...(amount?.shares.flatMap((share) => share.categories) ?? []),
  ]);
  const month = readMonth(form.month);
  const words = (key: "platform" | "category" | "workPlace" | "insuredPlace", list: string, hint = ""): ReactNode => (
    <Field label={say(key)} size="small">
      <Input
        className={styles.input}
        size="small"
        value={form[key]}
        placeholder={hint}
        list={`${lists}-${list}`}
        onChange={(_, { value }) => change({ [key]: value })}
      />
    </Field>
  );
  return (
    <div className={layout.stack}>
      <datalist id={`${lists}-platforms`}>
        {subsidies.schemes.map(({ id, platforms }) => (
          <option key={id} value={platforms[0]} />
        ))}
      </datalist>
      <datalist id={`${lists}-categories`}>
        {["众包", ...new Set(categories)].map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <datalist id={`${lists}-places`}>
        {subsidies.bases.provinces.flatMap(({ code, name, cities }) =>
          [{ code, name }, ...cities].map((place) => <option key={place.code} value={of(place.name)} />),
        )}
      </datalist>
      <div className={styles.pair}>
        {words("platform", "platforms")}
        {words("category", "categories")}
        {words("workPlace", "places", say("placeHint"))}
        {words("insuredPlace", "places", say("placeHint"))}
      </div>
      <Field
        label={say("month")}
        size="small"
        {...(month === "wrong" ? { validationMessage: say("notAMonth", { text: form.month }) } : {})}
      >
        <Input
          className={styles.input}
          size="small"
          value={form.month}
          placeholder="2025-12"
          onChange={(_, { value }) => change({ month: value })}
        />
      </Field>
      <fieldset className={mergeClasses(layout.tight, styles.group)}>
        <legend className={mergeClasses(layout.small, styles.legend)}>{say("incomes")}</legend>
        <div className={styles.incomes}>
          {form.incomes.map((text, back) => (
            <Field
              // The months of the form stand where they stand.
              key={back}
              size="small"
              label={back === 0 ? say("incomeNow") : say("incomeBefore", { n: back })}
              {...(readIncome(text) === "wrong" ? { validationMessage: say("notANumber", { text }) } : {})}
            >
              <Input
                className={styles.input}
                size="small"
                inputMode="decimal"
                value={text}
                onChange={(_, { value }) =>
                  change({ incomes: form.incomes.map((one, at) => (at === back ? value : one)) })
                }
              />
            </Field>
          ))}
        </div>
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("incomesHint")}</p>
      </fieldset>
      <div className={layout.row}>
        <Button size="small" onClick={() => onForm(EXAMPLE_FORM)}>
          {say("example")}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => onForm(BLANK_FORM)}>
          {say("clear")}
        </Button>
      </div>
    </div>
  );
}

function Answer({ subsidies, options, form }: Omit<RiderPageProps, "onForm">): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useSubsidyWords();
  const view = riderView(riderOf(form), subsidies, options);
  const { scheme } = view.outcome;
  const { workPlace, month } = riderOf(form);
  const injury =
    workPlace === null || month === null
      ? null
      : injuryCover(workPlace, month, subsidies.injuryFees, subsidies.bases).text;
  return (
    <section className={layout.stack} aria-live="polite">
      {view.dots.length === 0 ? null : <MonthDots dots={view.dots} />}
      <p className={styles.amount}>{of(view.headline)}</p>
      {view.arithmetic === "" ? null : (
        <p className={layout.text}>
          <span className={layout.quiet}>{say("arithmetic")} </span>
          {view.arithmetic}
        </p>
      )}
      {view.reasons.length === 0 ? null : (
        <div className={layout.tight}>
          <h2 className={layout.heading}>{say("reasons")}</h2>
          <ul className={mergeClasses(layout.list, layout.tight)}>
            {view.reasons.map((reason) => (
              <li key={reason.zh} className={layout.text}>
                {of(reason)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {view.next === null ? null : <p className={layout.text}>{of(view.next)}</p>}
      {view.backPayment === null ? null : <Notice intent="info">{of(view.backPayment)}</Notice>}
      {view.ways === null ? null : <p className={layout.text}>{of(view.ways)}</p>}
      {injury === null ? null : (
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {say("injury")} {of(injury)}
        </p>
      )}
      {view.cautions.map((caution) => (
        <p key={caution.zh} className={mergeClasses(layout.small, layout.quiet)}>
          {of(caution)}
        </p>
      ))}
      {scheme === null ? null : (
        <div className={layout.tight}>
          <p className={mergeClasses(layout.small, layout.quiet)}>
            {say("source", { source: of(sourceText(scheme.source)) })}
          </p>
          {scheme.notes.map((note) => (
            <p key={note.zh} className={mergeClasses(layout.small, layout.quiet)}>
              {of(note)}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}
