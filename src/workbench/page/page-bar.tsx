/** The slim bar on top: what is open, and what can be done with it. */
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import {
  DarkTheme20Regular,
  FolderOpen20Regular,
  LocalLanguage20Regular,
  PanelRight20Filled,
  PanelRight20Regular,
  Save20Regular,
  Table20Regular,
} from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import { THEME_NAMES, type Look } from "./pane-link";
import type { PageTextKey, Say } from "./page-texts";
import { SAMPLES } from "./samples";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: "2px",
    flexShrink: 0,
    height: "40px",
    padding: "0 8px",
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
  },
  mark: { width: "20px", height: "20px", flexShrink: 0 },
  product: {
    margin: "0 8px 0 6px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    "@media (max-width: 900px)": { display: "none" },
  },
  file: {
    flexGrow: 1,
    flexShrink: 1,
    minWidth: 0,
    padding: "0 8px",
    overflow: "hidden",
    textAlign: "center",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
  },
  dot: {
    display: "inline-block",
    width: "8px",
    height: "8px",
    marginRight: "6px",
    borderRadius: "50%",
    backgroundColor: "currentColor",
  },
  word: { whiteSpace: "nowrap", "@media (max-width: 700px)": { display: "none" } },
  button: { minWidth: "32px", paddingLeft: "8px", paddingRight: "8px" },
});

export interface PageBarProps {
  readonly say: Say;
  readonly look: Look;
  readonly file: { readonly name: string; readonly unsaved: boolean } | null;
  readonly busy: boolean;
  readonly paneShown: boolean;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onSample: (file: string) => void;
  readonly onLook: (look: Look) => void;
  readonly onPane: () => void;
}

const THEME_TEXTS = { light: "themeLight", dark: "themeDark", contrast: "themeContrast" } as const satisfies Record<
  Look["theme"],
  PageTextKey
>;

export function PageBar(props: PageBarProps): ReactNode {
  const { say, look, file, busy, paneShown } = props;
  const styles = useStyles();
  return (
    <header className={styles.bar} aria-label={say("bar")}>
      <img className={styles.mark} src="icons/icon-32.png" alt="" />
      <h1 className={styles.product}>{say("product")}</h1>
      <BarButton
        icon={<FolderOpen20Regular />}
        word={say("open")}
        tip={say("openTip")}
        disabled={busy}
        onClick={props.onOpen}
      />
      <BarButton
        icon={<Save20Regular />}
        word={say("save")}
        tip={say("saveTip")}
        disabled={busy || !file}
        onClick={props.onSave}
      />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <BarButton icon={<Table20Regular />} word={say("samples")} tip={say("samplesTip")} disabled={busy} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {SAMPLES.map(({ file: sample, text }) => (
              <MenuItem key={sample} onClick={() => props.onSample(sample)}>
                {say(text)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <span className={styles.file} role="status">
        {file ? <FileName say={say} name={file.name} unsaved={file.unsaved} /> : null}
      </span>
      <BarButton
        icon={<LocalLanguage20Regular />}
        word={say("language")}
        tip={say("languageTip")}
        onClick={() => props.onLook({ ...look, language: look.language === "zh" ? "en" : "zh" })}
      />
      <Menu
        checkedValues={{ theme: [look.theme] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const theme = THEME_NAMES.find((name) => checkedItems.includes(name));
          if (theme) props.onLook({ ...look, theme });
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <BarButton icon={<DarkTheme20Regular />} word={say("theme")} tip={say("themeTip")} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {THEME_NAMES.map((name) => (
              <MenuItemRadio key={name} name="theme" value={name}>
                {say(THEME_TEXTS[name])}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <BarButton
        icon={paneShown ? <PanelRight20Filled /> : <PanelRight20Regular />}
        tip={say(paneShown ? "hidePane" : "showPane")}
        pressed={paneShown}
        onClick={props.onPane}
      />
    </header>
  );
}

function FileName({
  say,
  name,
  unsaved,
}: {
  readonly say: Say;
  readonly name: string;
  readonly unsaved: boolean;
}): ReactNode {
  const styles = useStyles();
  const said = say(unsaved ? "fileUnsaved" : "fileSaved", { name });
  return (
    <span title={said} aria-label={said}>
      {unsaved ? <span className={styles.dot} aria-hidden="true" /> : null}
      {name}
    </span>
  );
}

interface BarButtonProps {
  readonly icon: ReactElement;
  readonly word?: string;
  readonly tip: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onClick?: () => void;
}

/** An icon with a word beside it where there is room; the tip names it where there is none. Takes what a menu hands to its trigger. */
function BarButton({ icon, word, tip, disabled = false, pressed, onClick, ...trigger }: BarButtonProps): ReactNode {
  const styles = useStyles();
  const state = pressed === undefined ? {} : { "aria-pressed": pressed };
  const click = onClick ? { onClick } : {};
  const button = (
    <Button
      {...trigger}
      {...state}
      {...click}
      className={mergeClasses(styles.button)}
      appearance="subtle"
      icon={icon}
      disabledFocusable={disabled}
    >
      {word === undefined ? null : <span className={styles.word}>{word}</span>}
    </Button>
  );
  return (
    <Tooltip content={tip} relationship={word === undefined ? "label" : "description"} withArrow>
      {button}
    </Tooltip>
  );
}
