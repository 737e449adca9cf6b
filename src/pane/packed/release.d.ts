/** The packed release, as raw text: only entry files import it. */
declare module "release" {
  const packed: string;
  export default packed;
}

/** What cultivation knows beside the rules, packed, as raw text: only entry files import it. */
declare module "cultivation" {
  const packed: string;
  export default packed;
}

/** What is known of riders' subsidies, packed, as raw text: only entry files import it. */
declare module "subsidies" {
  const packed: string;
  export default packed;
}

/** Targets and published figures, packed, as raw text: only entry files import it. */
declare module "targets" {
  const packed: string;
  export default packed;
}

/** The files of seeds/ that the rules are loaded from, as raw text of JSON: only entry files import it. */
declare module "seeds" {
  const packed: string;
  export default packed;
}

/** The program's version, as JSON: only entry files import it. */
declare module "version" {
  const packed: string;
  export default packed;
}
