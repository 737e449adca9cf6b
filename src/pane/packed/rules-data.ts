/**
 * The rules as data, packed: what formulas and pane answer from. A file of its own on the pages, so that a release of new rules leaves the
 * code of the functions as it was.
 */
export { default as packedRelease } from "release";
export { default as packedSubsidies } from "subsidies";
export { default as packedTargets } from "targets";
