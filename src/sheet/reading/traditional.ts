/**
 * Traditional characters of the words that headings, notes and cells are told by, beside their simplified forms, letter for letter.
 * From OpenCC's character tables; a test compares them and names what is missing.
 */
const traditional =
  "丟並乾佈佔併來侷係俬倉個備傢傳債僅價儀億優儲內兩冊凈別刪則創劃動務勢勵匯區協卽厤參員啓啟單噹嚮嚴國圍圓團埰執報場塊壓夠奬娛學寀實審寫將專對導層屬崗嵗幣幷幹幾庫廠廢廣廳張強彆彔彙後徑從復徵態慶應戰戶掛採" +
  "換揮撐擁擇據擡擬敎數於昇時暫曆曏書會朮東枱査條棄業榦榮構樂標樣機橫檔檯欄權歐歲歷歸氣汙沒況淨減測準滙滿漁潤濟為無煉煙熱營爭爲牴牽獎獨獲獸現環產産畝異當療發盧眞眾確碼礎礦稅種稱積穫竪競箇節範築籌糰約紅納" +
  "紙級紡細終組結給統經綜綠維網緑編緻縣縴總績織繫繳纍纔纖羣聞聯職脩膠臺與興華菸萬葯蓋蔘薦藍藝藥處號衆術衕衛衞衹裏補裝裡製複覈見規視訂計記設許註証評試話該詳誌認語誤說説調請諾證識護譽讀變讓豎負財貨責買費貼" +
  "賃資質賬購賽贈車軍軟較載輔輪輸轉辦農迴逕這週進運過達違遞適選還郵醫釦鉅銷錄錢錯録錶鍊鍛鍵鎊鏈鐵長門開間閤闆關陞陸際險隱隻雙電韆韓響頁頃項須預領頭頻題額類顯颱飲飾養餘騎驗體髮鬚魯麪麫麵麼麽黃點黨齊齣龍";
const simplified =
  "丢并干布占并来局系私仓个备家传债仅价仪亿优储内两册净别删则创划动务势励汇区协即历参员启启单当向严国围圆团采执报场块压够奖娱学采实审写将专对导层属岗岁币并干几库厂废广厅张强别录汇后径从复征态庆应战户挂采" +
  "换挥撑拥择据抬拟教数于升时暂历向书会术东台查条弃业干荣构乐标样机横档台栏权欧岁历归气污没况净减测准汇满渔润济为无炼烟热营争为抵牵奖独获兽现环产产亩异当疗发卢真众确码础矿税种称积获竖竞个节范筑筹团约红纳" +
  "纸级纺细终组结给统经综绿维网绿编致县纤总绩织系缴累才纤群闻联职修胶台与兴华烟万药盖参荐蓝艺药处号众术同卫卫只里补装里制复核见规视订计记设许注证评试话该详志认语误说说调请诺证识护誉读变让竖负财货责买费贴" +
  "赁资质账购赛赠车军软较载辅轮输转办农回径这周进运过达违递适选还邮医扣巨销录钱错录表炼锻键镑链铁长门开间合板关升陆际险隐只双电千韩响页顷项须预领头频题额类显台饮饰养余骑验体发须鲁面面面么么黄点党齐出龙";

const forms = new Map(Array.from(traditional, (letter, at) => [letter, simplified[at] ?? letter]));
const any = new RegExp(`[${traditional}]`);
const each = new RegExp(any, "g");

/** The text with its traditional characters simplified, as far as they are known here: 統一社會信用代碼 -> 统一社会信用代码. */
export function simplify(text: string): string {
  return any.test(text) ? text.replace(each, (letter) => forms.get(letter) ?? letter) : text;
}
