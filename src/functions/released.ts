/** The functions of the last release, as `released.json` keeps them. */
import type { Signature } from "./signatures";

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTyped(value: unknown): value is Signature["result"] {
  return isRecord(value) && typeof value.type === "string" && typeof value.dimensionality === "string";
}

function isParameter(value: unknown): value is Signature["parameters"][number] {
  return isTyped(value) && "name" in value && "optional" in value && typeof value.optional === "boolean";
}

function isSignature(value: unknown): value is Signature {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.name === "string" &&
    Array.isArray(value.parameters) &&
    value.parameters.every(isParameter) &&
    isTyped(value.result)
  );
}

/** Throws a TypeError where the text is no list of signatures: an unreadable promise must not pass for an empty one. */
export function readReleased(text: string): readonly Signature[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value) || !value.every(isSignature)) {
    throw new TypeError("released.json must list the functions of the last release");
  }
  return value;
}
