/** A step of a build failed; the message says why. */
export class BuildFailed extends Error {
  override readonly name = "BuildFailed";
}
