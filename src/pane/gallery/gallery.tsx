/**
 * The gallery: every component in every state. `?scene=seen&lang=en&theme=dark&width=320` shows one alone; without a scene, all of them
 * one below the other, with links. `?open` opens what is folded away.
 */
import packedCultivation from "cultivation";
import packed from "release";
import packedSubsidies from "subsidies";
import packedTargets from "targets";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { unpackCultivation } from "../../cultivation/pack-cultivation";
import { unpackTargets } from "../../clusters/pack-targets";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSeeds } from "../../policy/pack-seeds";
import { unpackSubsidies } from "../../riders/pack-subsidies";
import type { Language } from "../../words/text";
import { VERSION } from "../packed/program-version";
import type { PaneTheme } from "../frame/pane-theme";
import { Themed } from "../frame/themed";
import { LanguageContext } from "../texts/language";
import { clusterScenes } from "./cluster-scenes";
import { OpenAtFirst } from "../widgets/disclosure";
import { makeDraftFixtures } from "./draft-fixtures";
import { DRAFT_SCENES } from "./draft-scenes";
import { makeFixtures } from "./fixture-data";
import { CULTIVATION_SCENES } from "./cultivation-scenes";
import { FINDING_SCENES } from "./finding-scenes";
import { SHARING_SCENES } from "./sharing-scenes";
import { subsidyScenes } from "./subsidy-scenes";
import { SCENES as SCORING_SCENES, type Scene, type SceneProps } from "./scenes";

const useStyles = makeStyles({
  page: { minHeight: "100vh" },
  frame: { padding: "10px 12px 24px", overflow: "hidden" },
  title: { margin: "0 0 8px", fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2 },
  scene: { borderBottom: `1px solid ${tokens.colorNeutralStroke1}`, marginBottom: "16px", paddingBottom: "16px" },
  link: { display: "inline-block", padding: "4px 0", lineHeight: "24px", color: tokens.colorBrandForegroundLink },
  links: { columns: "2", margin: 0, padding: "12px 28px", fontSize: tokens.fontSizeBase200 },
});

const unpacked = unpackRelease(packed);

const subsidies = unpackSubsidies(packedSubsidies, unpacked.vocabulary);

const SCENES: readonly Scene[] = [
  ...SCORING_SCENES,
  ...CULTIVATION_SCENES,
  ...FINDING_SCENES,
  ...SHARING_SCENES,
  ...subsidyScenes(subsidies),
  ...clusterScenes(),
  ...DRAFT_SCENES,
];

/** Dialogs cover the page: they are shown alone. */
const ALONE = new Set(["headings", "date-dialog"]);

const query = new URLSearchParams(window.location.search);
const language: Language = query.get("lang") === "en" ? "en" : "zh";
const asked = query.get("theme");
const theme: PaneTheme = asked === "dark" || asked === "contrast" ? asked : "light";
const width = Number(query.get("width") ?? NaN);

interface GalleryProps {
  readonly props: SceneProps;
  readonly scenes: readonly Scene[];
  /** Shown alone; undefined shows all. */
  readonly scene: Scene | undefined;
}

function Gallery({ props, scenes, scene }: GalleryProps): ReactNode {
  const styles = useStyles();
  const narrow = Number.isFinite(width) ? { width: `${width}px` } : {};
  if (scene !== undefined) {
    return (
      <main className={styles.frame} style={narrow}>
        {scene.show(props)}
      </main>
    );
  }
  return (
    <main style={narrow}>
      <h1 className={styles.title}>Gallery · {theme}</h1>
      <ul className={styles.links}>
        {scenes.map(({ id }) => (
          <li key={id}>
            <a
              className={styles.link}
              href={`?${new URLSearchParams({ scene: id, lang: language, theme }).toString()}`}
            >
              {id}
            </a>
          </li>
        ))}
      </ul>
      {scenes
        .filter(({ id }) => !ALONE.has(id))
        .map(({ id, show }) => (
          <section key={id} className={styles.scene}>
            <div className={styles.frame}>
              <h2 className={styles.title}>{id}</h2>
              {show(props)}
            </div>
          </section>
        ))}
    </main>
  );
}

/**
 * Shows the gallery in an element of the page.
 * @param more components of whoever has the pane in a page of its own
 */
export async function startGallery(element: Element, more: readonly Scene[]): Promise<void> {
  const cultivation = unpackCultivation(packedCultivation);
  const release = {
    ...unpacked,
    cultivation,
    subsidies,
    targets: unpackTargets(packedTargets),
    seeds: async () => unpackSeeds((await import(/* webpackChunkName: "drafts-seeds" */ "seeds")).default),
    version: VERSION,
  };
  const id = query.get("scene") ?? "";
  const drafts = id === "" || id.startsWith("draft-") ? await makeDraftFixtures(release, language) : null;
  const props: SceneProps = { release, language, theme, drafts, ...(await makeFixtures(release, language)) };
  const scenes = [...SCENES, ...more];
  const scene = scenes.find((one) => one.id === id);
  createRoot(element).render(
    <Themed theme={theme}>
      <LanguageContext.Provider value={language}>
        <Page>
          <OpenAtFirst.Provider value={query.has("open")}>
            <Gallery props={props} scenes={scenes} scene={scene} />
          </OpenAtFirst.Provider>
        </Page>
      </LanguageContext.Provider>
    </Themed>,
  );
}

function Page({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page} lang={language === "zh" ? "zh-CN" : "en"}>
      {children}
    </div>
  );
}
