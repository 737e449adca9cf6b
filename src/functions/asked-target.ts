/** The target a formula names, or why it names none. */
import { choiceText, findTarget } from "../clusters/find-target";
import { targetsOf, type Target, type Targets } from "../clusters/targets";
import type { Cell } from "../words/grid";
import { valueFailure, type FunctionFailure } from "./function-record";
import { textOf } from "./figures-given";

const MOST_NAMED = 6;

/** A year such as 2025, from a number or a text; null where it is left out. */
export function yearGiven(cell: Cell): number | null | FunctionFailure {
  const text = textOf(cell).replace(/(?<=\d)年$/, "");
  if (text === "") return null;
  if (/^(19|20)\d\d$/.test(text)) return Number(text);
  return valueFailure(
    `“${text}”不是年份。请写 2025 这样的四位年份，或者不填。`,
    `"${text}" is no year. Write four digits such as 2025, or leave it out.`,
  );
}

export function unknownScope(place: string, { scopes }: Targets): FunctionFailure {
  return valueFailure(
    `没有叫“${place}”的范围。可以写：${scopes.map(({ name: { zh } }) => zh).join("、")}。`,
    `There is no scope "${place}". Write one of: ${scopes.map(({ name: { en } }) => en).join(", ")}.`,
  );
}

export function askedTarget(
  indicator: Cell,
  scope: Cell,
  year: number | null,
  targets: Targets,
): Target | FunctionFailure {
  const name = textOf(indicator);
  if (name === "")
    return valueFailure(
      '请写指标名称或目标编号，如 "国家级先进制造业集群"。',
      'Name an indicator or a target, such as "sd-2023-clusters-national".',
    );
  const place = textOf(scope);
  const found = findTarget({ indicator: name, scope: place, year }, targets);
  switch (found.kind) {
    case "target":
      return found.target;
    case "unknown-indicator": {
      const examples = targetsOf(targets)
        .slice(0, 3)
        .map(({ id }) => id);
      return valueFailure(
        `没有叫“${name}”的指标。请照文件里的名称写，如 国家级先进制造业集群、省级单项冠军，或写目标编号，如 ${examples.join("、")}。`,
        `There is no indicator "${name}". Write it as the documents do, or a target's id such as ${examples.join(", ")}.`,
      );
    }
    case "unknown-scope":
      return unknownScope(place, targets);
    case "none":
      return valueFailure(
        `“${name}”没有符合这个范围和年份的目标。请去掉范围或年份再试。`,
        `There is no target of "${name}" for this scope and year. Leave them out and try again.`,
      );
    case "several": {
      const choices = found.targets.slice(0, MOST_NAMED).map((target) => choiceText(targets, target));
      return valueFailure(
        `“${name}”有${found.targets.length}个目标，数的不是一回事，请写编号：${choices.map(({ zh }) => zh).join("、")}。`,
        `"${name}" has ${found.targets.length} targets that count different things. Write an id: ${choices.map(({ en }) => en).join(", ")}.`,
      );
    }
  }
}
