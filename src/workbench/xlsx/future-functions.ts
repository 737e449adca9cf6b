/**
 * Functions that came after the file format was fixed. In a file their names carry a prefix, so that an Excel that does not know one
 * keeps it (Microsoft support, "Issue: An _xlfn. prefix is displayed in front of a formula").
 */

/** In a file `_xlfn.NAME`. */
const SINCE_2010 = `
ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR
CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT
COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL ERF.PRECISE ERFC.PRECISE EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST
FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR
FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH
IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV
NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST
QUARTILE.EXC QUARTILE.INC QUERYSTRING RANK.AVG RANK.EQ RRI SEC SECH SHEET SHEETS SKEW.P STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST
T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TEXTJOIN UNICHAR UNICODE VAR.P VAR.S WEBSERVICE WEIBULL.DIST XOR Z.TEST`;

/** Functions that give arrays or take lambdas; in a file `_xlfn.NAME`, two of them `_xlfn._xlws.NAME`. */
const DYNAMIC = `
ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND GROUPBY HSTACK LAMBDA LET MAKEARRAY MAP PERCENTOF PIVOTBY RANDARRAY REDUCE
REGEXEXTRACT REGEXREPLACE REGEXTEST SCAN SEQUENCE SORTBY TAKE TEXTAFTER TEXTBEFORE TEXTSPLIT TOCOL TOROW TRIMRANGE UNIQUE VALUETOTEXT
VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH`;

const WORKSHEET_ONLY = ["FILTER", "SORT"];

/** Old functions that may give more than one cell. */
const OLD_ARRAYS =
  "INDEX OFFSET INDIRECT TRANSPOSE FREQUENCY LINEST LOGEST TREND GROWTH MMULT MINVERSE MODE.MULT MUNIT CHOOSE CELL";

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Name -> the name in a file. */
export const FILE_NAMES: ReadonlyMap<string, string> = new Map([
  ...[...words(SINCE_2010), ...words(DYNAMIC)].map((name): [string, string] => [name, `_xlfn.${name}`]),
  ...WORKSHEET_ONLY.map((name): [string, string] => [name, `_xlfn._xlws.${name}`]),
]);

/** Functions whose result can be an array. */
export const ARRAY_FUNCTIONS: ReadonlySet<string> = new Set([
  ...words(DYNAMIC),
  ...WORKSHEET_ONLY,
  ...words(OLD_ARRAYS),
]);

const ALL = (): boolean => true;
const ONLY =
  (...places: number[]) =>
  (place: number): boolean =>
    places.includes(place);

/** Arguments that take a whole block of cells as it is and make one value of it. */
export const BLOCK_ARGUMENTS: ReadonlyMap<string, (place: number) => boolean> = new Map([
  ...words(
    "SUM PRODUCT COUNT COUNTA COUNTBLANK AVERAGE AVERAGEA MAX MAXA MIN MINA MEDIAN MODE STDEV STDEVP STDEV.P STDEV.S VAR VARP VAR.P " +
      "VAR.S AND OR XOR SUMPRODUCT SUMSQ GEOMEAN HARMEAN CORREL SLOPE INTERCEPT RSQ ROWS COLUMNS NPV IRR CONCAT GCD LCM AREAS ISREF",
  ).map((name): [string, (place: number) => boolean] => [name, ALL]),
  ["COUNTIF", ONLY(0)],
  ["SUMIF", ONLY(0, 2)],
  ["AVERAGEIF", ONLY(0, 2)],
  ["COUNTIFS", (place) => place % 2 === 0],
  ["SUMIFS", (place) => place === 0 || place % 2 === 1],
  ["AVERAGEIFS", (place) => place === 0 || place % 2 === 1],
  ["MAXIFS", (place) => place === 0 || place % 2 === 1],
  ["MINIFS", (place) => place === 0 || place % 2 === 1],
  ["VLOOKUP", ONLY(1)],
  ["HLOOKUP", ONLY(1)],
  ["MATCH", ONLY(1)],
  ["LOOKUP", ONLY(1, 2)],
  ["LARGE", ONLY(0)],
  ["SMALL", ONLY(0)],
  ["RANK", ONLY(1)],
  ["RANK.EQ", ONLY(1)],
  ["PERCENTILE", ONLY(0)],
  ["QUARTILE", ONLY(0)],
  ["SUBTOTAL", (place) => place > 0],
  ["AGGREGATE", (place) => place > 1],
  ["TEXTJOIN", (place) => place > 1],
]);
