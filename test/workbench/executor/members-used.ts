/** Which members of Office.js sources use, told by the TypeScript compiler. */
import { join, relative } from "node:path";
import ts from "typescript";

/** What Microsoft's client does by itself, without asking Excel. */
const CLIENT_SIDE: ReadonlySet<string> = new Set([
  "load",
  "set",
  "toJSON",
  "track",
  "untrack",
  "isNullObject",
  "context",
]);
const CLIENT_CLASSES: ReadonlySet<string> = new Set(["RequestContext", "Session"]);

export interface MembersUsed {
  /** `Class.member` -> where it is used first, such as `src/excel/watch.ts:42`. */
  readonly members: ReadonlyMap<string, string>;
  /** `load` calls whose properties can't be read from the source. */
  readonly unclear: readonly string[];
}

/** Every member of `Excel` that the folder's files use, by access, by taking an object apart or in the texts given to `load`. */
export function membersUsed(folder: string): MembersUsed {
  const root = process.cwd();
  const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const files = ts.sys.readDirectory(join(root, folder), [".ts"]);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const members = new Map<string, string>();
  const unclear: string[] = [];

  const note = (symbol: ts.Symbol | undefined, place: string): void => {
    for (const declaration of symbol?.declarations ?? []) {
      const owner = declaration.parent;
      if (!ts.isClassDeclaration(owner) || !isExcel(owner) || owner.name === undefined || !symbol) continue;
      if (CLIENT_CLASSES.has(owner.name.text) || CLIENT_SIDE.has(symbol.name)) continue;
      const member = `${owner.name.text}.${symbol.name}`;
      if (!members.has(member)) members.set(member, place);
    }
  };

  const noteLoads = (call: ts.CallExpression, place: string): void => {
    if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== "load") return;
    const owner = checker.getSymbolAtLocation(call.expression.name)?.declarations?.[0]?.parent;
    if (owner === undefined || !ts.isClassDeclaration(owner) || !isExcel(owner)) return;
    const texts = call.arguments.flatMap((argument) => textsOf(checker.getTypeAtLocation(argument), checker) ?? [null]);
    const receiver = checker.getTypeAtLocation(call.expression.expression);
    for (const text of texts) {
      if (text === null) unclear.push(place);
      else for (const path of text.split(",")) notePath(receiver, path.trim(), place);
    }
  };

  const notePath = (receiver: ts.Type, path: string, place: string): void => {
    let type = receiver;
    for (const name of path.split("/")) {
      const symbol = type.getProperty(name);
      if (symbol === undefined) {
        unclear.push(`${place}: ${path}`);
        return;
      }
      note(symbol, place);
      const found = checker.getTypeOfSymbol(symbol);
      type = checker.getIndexTypeOfType(found, ts.IndexKind.Number) ?? found;
    }
  };

  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source === undefined) continue;
    const visit = (node: ts.Node): void => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      const place = `${relative(root, file)}:${line + 1}`;
      if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), place);
      if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = node.propertyName ?? node.name;
        if (ts.isIdentifier(name)) note(checker.getTypeAtLocation(node.parent).getProperty(name.text), place);
      }
      if (ts.isCallExpression(node)) noteLoads(node, place);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { members, unclear };
}

/** `Class.member` of everything that the declarations of Office.js give classes of `Excel`. */
export function membersDeclared(): ReadonlySet<string> {
  const path = join(process.cwd(), "node_modules/@types/office-js/index.d.ts");
  const source = ts.createSourceFile(path, ts.sys.readFile(path) ?? "", ts.ScriptTarget.ES2022, true);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name && isExcel(node)) {
      for (const { name } of node.members)
        if (name && ts.isIdentifier(name)) found.add(`${node.name.text}.${name.text}`);
    } else if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node) || ts.isSourceFile(node)) {
      ts.forEachChild(node, visit);
    }
  };
  visit(source);
  return found;
}

function isExcel(node: ts.ClassDeclaration): boolean {
  const block = node.parent;
  return ts.isModuleBlock(block) && block.parent.name.text === "Excel";
}

/** The texts a type stands for; null where it stands for any text. */
function textsOf(type: ts.Type, checker: ts.TypeChecker): string[] | null {
  if (type.isStringLiteral()) return [type.value];
  const inside = type.isUnion() ? type.types : null;
  if (inside) {
    const all = inside.map((one) => textsOf(one, checker));
    return all.includes(null) ? null : all.flatMap((one) => one ?? []);
  }
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return element && !(type.flags & ts.TypeFlags.String) ? textsOf(element, checker) : null;
}
