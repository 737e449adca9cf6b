/** What is being judged, by which day's rules: the sheet, its rows, the date and purpose, with the dialog that changes them. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { CalendarEdit16Regular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { editionsOn } from "../../policy/editions";
import type { PlaceCode, Province } from "../../language/places";
import type { Policy, Purpose } from "../../policy/rule-set";
import { serialOfIso } from "../../words/calendar";
import { Choice } from "../widgets/choice";
import { useLayout } from "../widgets/layout";
import { useFrameWords } from "./frame-texts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "4px",
    padding: "2px 12px",
    minHeight: "30px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  sheet: { minWidth: 0, overflowWrap: "anywhere" },
  button: {
    minWidth: 0,
    marginInlineStart: "auto",
    fontWeight: tokens.fontWeightRegular,
    paddingInline: "4px",
  },
  draft: { marginInlineStart: 0 },
  rows: { color: tokens.colorNeutralForeground2 },
  /** The narrowest panes keep the room for the sheet's name. */
  icon: { "@media (max-width: 359px)": { display: "none" } },
  surface: { width: "calc(100vw - 24px)", maxWidth: "420px", padding: "16px" },
  content: { minWidth: 0 },
  input: { minWidth: 0 },
  kinds: { flexWrap: "wrap" },
  editions: { margin: 0, padding: 0, listStyleType: "none", maxHeight: "220px", overflowY: "auto" },
  edition: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    padding: "2px 0",
    fontSize: tokens.fontSizeBase200,
  },
});

export interface ContextLineProps {
  readonly sheet: string;
  readonly enterprises: { readonly count: number; readonly exact: boolean } | null;
  readonly asOf: string;
  readonly purpose: Purpose;
  /** The place of enterprises that tell none; null where none is chosen. */
  readonly place: PlaceCode | null;
  readonly provinces: readonly Province[];
  readonly policy: Policy;
  /** The draft of rules that the workbook is judged by. */
  readonly draft: { readonly name: string } | null;
  readonly onRules: () => void;
  readonly disabled: boolean;
  readonly open?: boolean;
  readonly onChange: (asOf: string, purpose: Purpose, place: PlaceCode | null) => void;
}

export function ContextLine(props: ContextLineProps): ReactNode {
  const { sheet, enterprises, asOf, purpose, place, provinces, policy, disabled, open = false, onChange } = props;
  const styles = useStyles();
  const { say, of } = useFrameWords();
  const restore = useRestoreFocusTarget();
  const [shown, setShown] = useState(open);
  const rows =
    enterprises === null
      ? ""
      : `· ${say(enterprises.exact ? "enterprises" : "aboutEnterprises", { count: enterprises.count })}`;
  const where = provinces.find(({ code }) => code === place);
  const dated = [asOf, say(purpose === "new" ? "newShort" : "reviewShort"), ...(where ? [of(where.name)] : [])].join(
    " · ",
  );
  return (
    <div className={styles.line}>
      <span className={styles.sheet}>{sheet === "" ? say("noSheet") : sheet}</span>
      {props.draft === null ? null : (
        <Button
          size="small"
          appearance="outline"
          className={mergeClasses(styles.button, styles.draft)}
          title={say("draftInUse", { sheet: props.draft.name })}
          onClick={props.onRules}
        >
          {say("draftShort")}
        </Button>
      )}
      {rows === "" ? null : <span className={styles.rows}>{rows}</span>}
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<CalendarEdit16Regular className={styles.icon} />}
        disabled={disabled}
        aria-haspopup="dialog"
        aria-label={say("changeDate", { dated })}
        onClick={() => setShown(true)}
        {...restore}
      >
        {dated}
      </Button>
      {shown ? (
        <Dialog open onOpenChange={(_, data) => setShown(data.open)}>
          <DateDialog
            asOf={asOf}
            purpose={purpose}
            place={place}
            provinces={provinces}
            policy={policy}
            onChange={(day, kind, chosen) => {
              setShown(false);
              onChange(day, kind, chosen);
            }}
          />
        </Dialog>
      ) : null}
    </div>
  );
}

function DateDialog({
  asOf,
  purpose,
  place,
  provinces,
  policy,
  onChange,
}: Pick<ContextLineProps, "asOf" | "purpose" | "place" | "provinces" | "policy" | "onChange">): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useFrameWords();
  const [day, setDay] = useState(asOf);
  const [kind, setKind] = useState<Purpose>(purpose);
  const [chosen, setChosen] = useState(place);
  const wrong = serialOfIso(day) === null;
  const editions = wrong ? [] : editionsOn(policy, day, kind, chosen);
  return (
    <DialogSurface className={styles.surface}>
      <DialogBody>
        <DialogTitle>{say("dateDialog")}</DialogTitle>
        <DialogContent className={mergeClasses(layout.stack, styles.content)}>
          <Field label={say("asOf")} hint={say("asOfHint")} {...(wrong ? { validationMessage: say("dateWrong") } : {})}>
            <Input
              className={styles.input}
              input={{ className: styles.input }}
              type="date"
              value={day}
              onChange={(_, { value }) => setDay(value)}
            />
          </Field>
          <Field label={say("purpose")}>
            <RadioGroup
              className={styles.kinds}
              layout="horizontal"
              value={kind}
              onChange={(_, { value }) => setKind(value === "review" ? value : "new")}
            >
              <Radio value="new" label={say("newApplication")} />
              <Radio value="review" label={say("review")} />
            </RadioGroup>
          </Field>
          <Field label={say("defaultPlace")} hint={say("defaultPlaceHint")}>
            <Choice
              value={chosen === null ? "" : String(chosen)}
              onChange={(_, { value }) => setChosen(value === "" ? null : Number(value))}
            >
              <option value="">{say("noDefaultPlace")}</option>
              {provinces.map(({ code, name }) => (
                <option key={code} value={String(code)}>
                  {of(name)}
                </option>
              ))}
            </Choice>
          </Field>
          <div>
            <h3 className={layout.heading}>{say("editionsInForce")}</h3>
            {editions.length === 0 ? (
              <p className={mergeClasses(layout.small, layout.quiet)}>{say("noEditions")}</p>
            ) : (
              <ul className={styles.editions} tabIndex={0} aria-label={say("editionsInForce")}>
                {editions.map(({ tier, edition, name }) => (
                  <li key={tier} className={styles.edition}>
                    <span>{of(name)}</span>
                    <span className={layout.quiet}>{say("edition", { edition })}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </DialogContent>
        <DialogActions fluid>
          <Button appearance="primary" disabled={wrong} onClick={() => onChange(day, kind, chosen)}>
            {say("useThisDate")}
          </Button>
          <DialogTrigger disableButtonEnhancement>
            <Button>{say("close")}</Button>
          </DialogTrigger>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}
