import { book, sheet } from "./made-up-book";
import { connected, blocksOf, sheetId } from "./connected";
test("first", async () => {
  const c = await connected(book([sheet("企业 名单", [["企业名称", "收入"], ["甲", 12.5], ["乙", { error: "#N/A" }]])]));
  console.log(JSON.stringify(await c.host.look()));
  const id = await sheetId(c.host, "企业 名单");
  await c.host.saveSetting("x", {a:[1,"二"]}); console.log(JSON.stringify(await c.host.readSetting("x")));
  console.log(JSON.stringify(await blocksOf(c.host, id, {top:0,left:0,bottom:2,right:1})));
  console.log(c.session.traffic);
  c.close();
});
