/** The page about what of Office.js the workbench answers, written from the classes themselves. */
import { supportedMembers } from "./classes";

const INTRO = `# Excel members in the workbench · 工作台支持的 Excel 成员

工作台用微软自己的 Excel 客户端（\`excel-web-16.00.js\`），由这里列出的成员来回答它的请求。用到没有列出的成员时，这一批操作整批撤销，
\`OfficeExtension.Error\` 的 \`code\` 是 \`NotImplemented\`，\`message\` 写明是哪个类的哪个成员。

The workbench runs Microsoft's own Excel client (\`excel-web-16.00.js\`); its requests are answered by the members listed here. Any other member
undoes its whole batch and gives an \`OfficeExtension.Error\` with \`code\` \`NotImplemented\`, whose \`message\` names the class and the member.

What the client does by itself (\`load\`, \`set\`, \`toJSON\`, \`track\`, \`untrack\`, \`isNullObject\`, \`context\`) works on every class. Written by
\`npm run members\`.
`;

/** Markdown: one heading a class, its members in order. */
export function membersPage(): string {
  const byClass = new Map<string, string[]>();
  for (const member of supportedMembers()) {
    const [owner = "", name = ""] = member.split(".");
    byClass.set(owner, [...(byClass.get(owner) ?? []), name]);
  }
  const sections = [...byClass].map(
    ([owner, names]) => `## ${owner}\n\n${names.map((name) => `- \`${name}\``).join("\n")}\n`,
  );
  return [INTRO, ...sections].join("\n");
}
