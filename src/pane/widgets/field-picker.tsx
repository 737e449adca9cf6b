/** Chooses the field a column holds: searched in Chinese, English, other headings and pinyin initials. */
import { Combobox, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Field } from "../../language/vocabulary";
import { useMappingWords } from "../texts/mapping-texts";
import { searchFields } from "./field-search";

const useStyles = makeStyles({
  box: { width: "100%", minWidth: 0 },
  input: { minWidth: 0 },
  list: { maxHeight: "260px" },
  option: { display: "flex", flexDirection: "column", minWidth: 0 },
  beside: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The option that leaves the column out. */
const NONE = "-";

export interface FieldPickerProps {
  readonly fields: readonly Field[];
  readonly value: string | null;
  /** Shown first while nothing is typed. */
  readonly likely: readonly string[];
  readonly label: string;
  readonly onPick: (field: string | null) => void;
}

export function FieldPicker({ fields, value, likely, label, onPick }: FieldPickerProps): ReactNode {
  const styles = useStyles();
  const { say, of, language } = useMappingWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const chosen = fields.find(({ id }) => id === value);
  const name = chosen === undefined ? say("leftOut") : of(chosen.name);
  const found = searchFields(fields, typed ?? "", likely);
  return (
    <Combobox
      className={styles.box}
      input={{ className: styles.input }}
      size="small"
      freeform
      aria-label={label}
      expandIcon={{ "aria-label": say("showFields") }}
      placeholder={say("searchField")}
      listbox={{ className: styles.list }}
      value={typed ?? name}
      selectedOptions={[value ?? NONE]}
      open={open}
      onChange={(event) => {
        setTyped(event.target.value);
        // Text composed by an input method comes without the keys that would open the list.
        setOpen(true);
      }}
      onFocus={(event) => event.target.select()}
      onOpenChange={(_, { open: opened }) => {
        setOpen(opened);
        if (!opened) setTyped(null);
      }}
      onOptionSelect={(_, { optionValue }) => {
        // Typing clears the box's selection, which it tells as a choice of nothing: what is typed stays.
        if (optionValue === undefined) return;
        setTyped(null);
        onPick(optionValue === NONE ? null : optionValue);
      }}
    >
      {found.map((field) => (
        <Option key={field.id} value={field.id} text={of(field.name)}>
          <span className={styles.option}>
            <span>{of(field.name)}</span>
            <span className={styles.beside}>{language === "zh" ? field.name.en : field.name.zh}</span>
          </span>
        </Option>
      ))}
      {found.length === 0 ? (
        <Option key="nothing" value="" text="" disabled>
          {say("noFieldFits")}
        </Option>
      ) : null}
      <Option key={NONE} value={NONE} text={say("leftOut")}>
        {say("leaveOut")}
      </Option>
    </Combobox>
  );
}
