/**
 * English reads as English: in every state of the gallery, all that is folded away open, no Chinese is left but what is a name, stands so
 * in somebody's sheet, or is how a document is found.
 */
import { renderToStaticMarkup } from "react-dom/server";
import { makeFixtures, messyRows } from "../../../src/pane/gallery/fixture-data";
import { clusterScenes } from "../../../src/pane/gallery/cluster-scenes";
import { CULTIVATION_SCENES } from "../../../src/pane/gallery/cultivation-scenes";
import { makeDraftFixtures } from "../../../src/pane/gallery/draft-fixtures";
import { DRAFT_SCENES } from "../../../src/pane/gallery/draft-scenes";
import { SCENES, type Scene, type SceneProps } from "../../../src/pane/gallery/scenes";
import { SHARING_SCENES } from "../../../src/pane/gallery/sharing-scenes";
import { subsidyScenes } from "../../../src/pane/gallery/subsidy-scenes";
import { LanguageContext } from "../../../src/pane/texts/language";
import { Themed } from "../../../src/pane/frame/themed";
import { OpenAtFirst } from "../../../src/pane/widgets/disclosure";
import { placesOf } from "../../../src/language/places";
import { allEditions } from "../../../src/policy/rule-set";
import { release } from "../pane-release";
import { allowedChinese } from "./allowed-chinese";

const ALL: readonly Scene[] = [
  ...SCENES,
  ...CULTIVATION_SCENES,
  ...SHARING_SCENES,
  ...subsidyScenes(release.subsidies),
  ...clusterScenes(),
  ...DRAFT_SCENES,
];

/** What a person sees or hears: texts between tags, and labels. */
function textsOf(html: string): readonly string[] {
  const plain = (text: string): string =>
    text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  const between = [...html.matchAll(/>([^<]+)</g)];
  const labels = [...html.matchAll(/(?:aria-label|placeholder|title)="([^"]*)"/g)];
  return [...new Set([...between, ...labels].map(([, text = ""]) => plain(text)))];
}

function shown(scene: Scene, props: SceneProps): readonly string[] {
  return textsOf(
    renderToStaticMarkup(
      <Themed theme="light">
        <LanguageContext.Provider value="en">
          <OpenAtFirst.Provider value={true}>{scene.show(props)}</OpenAtFirst.Provider>
        </LanguageContext.Provider>
      </Themed>,
    ),
  );
}

let scenes: readonly (readonly [scene: string, texts: readonly string[]])[] = [];
beforeAll(async () => {
  // React says that effects don't run on a server.
  const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const drafts = await makeDraftFixtures(release, "en");
  const fixtures = await makeFixtures(release, "en");
  const props: SceneProps = { release, language: "en", theme: "light", drafts, ...fixtures };
  scenes = ALL.map((scene) => [scene.id, shown(scene, props)]);
  quiet.mockRestore();
});

test("no Chinese is left but what is allowed by name", () => {
  const places = placesOf(release.vocabulary);
  const terms = [...release.policy.tiers.values()].flatMap((tier) =>
    allEditions(tier).flatMap(({ definitions }) => definitions.map(({ term }) => term)),
  );
  const without = allowedChinese({ sheet: messyRows("en"), terms, places });
  const left = scenes.flatMap(([scene, texts]) =>
    texts.filter((text) => /\p{Script=Han}/u.test(without(text))).map((text) => `${scene}: ${text}`),
  );
  expect(left).toEqual([]);
});

test("a rank counts no persons", () => {
  const ranks = scenes.flatMap(([, texts]) => texts.filter((text) => /\brank\b/i.test(text)));
  expect(ranks).toContain("World rank");
  expect(ranks.filter((text) => text.includes("persons"))).toEqual([]);
});

test("one is one", () => {
  const wrong = scenes.flatMap(([scene, texts]) =>
    texts
      .filter((text) =>
        /(?<![\d.,:-])\b1 (?:more )?(?:points|firms|enterprises|sheets|rows|cells|places|items|lines|riders|days|months|years|persons|columns|conditions|formulas|editions|figures|changes)\b/.test(
          text,
        ),
      )
      .map((text) => `${scene}: ${text}`),
  );
  expect(wrong).toEqual([]);
});
