/** The packed release, as raw text: only entry files import it. */
declare module "release" {
  const packed: string;
  export default packed;
}
