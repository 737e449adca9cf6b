/** Speed goals and how they are shown. A missed one is printed, never a failure: machines differ, and this one may be busy. */

export interface Target {
  readonly text: string;
  readonly reached: boolean;
}

const all: Target[] = [];

export function target(text: string, reached: boolean): void {
  all.push({ text, reached });
  console.log(`  ${reached ? "✓" : "✗"} ${text}`);
}

export function allTargets(): readonly Target[] {
  return all;
}
