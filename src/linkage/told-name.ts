import { isCompoundSurname, nameKey, splitName } from "../text/index.js";
import { spellsName } from "./spells-name.js";
import { toldText } from "./told-text.js";

/** Stands for what of a name is not told, behind what is: 张… for 张先生. */
export const REST = "\u2026";
/** Stands for one character that is not told: 张*明. */
export const MASK = "*";

/** A name as told by a cell (姓名的内容): the name itself, empty where only others are told, and other names of the person. */
interface ToldName {
  /** Characters without blanks, or words in lower case with one blank between; {@link MASK} and {@link REST} where a part is left out. */
  readonly name: string;
  readonly others: readonly string[];
}

const NOTHING: ToldName = { name: "", others: [] };
/** Longer texts are no names with titles or masks. */
const LONGEST = 40;
/** Other names of one person that are kept. */
const MOST_OTHERS = 8;

/** Words behind which another name of the person stands. */
const OTHER_NAME =
  /(?:曾用姓名|曾用名|原名叫?|又名叫?|又叫|别名|旧名|本名|现名|改名|更名|化名|笔名|艺名|法名|(?<=[(,;\s])(?:formerly|née|nee|aka|a\.k\.a\.)(?=[\s:]))(?:为|是)?\s*:?\s*/gi;
const BETWEEN_NAMES = /[、,，;；/|]/;

/** Words in place of a name. */
const NO_NAME = new Set(
  (
    "无名 无名氏 匿名 佚名 保密 不明 不清楚 不知道 未填写 未登记 未提供 未命名 姓名 本人 某 某某 某人 测试 联系人 负责人 管理员 人事 人事部 人事科 办公室 前台 客服 招聘 " +
    "test anonymous noname tbd hr"
  ).split(" "),
).add("no name");
/** A word at the end that makes the name another person's. */
const RELATIVE = /(?:家属|父亲|母亲|爸爸|妈妈|爱人|妻子|丈夫|儿子|女儿|老公|老婆|家长|之[父母子女妻夫])$/;
/** Titles behind a name. */
const TITLE =
  /(?:先生|女士|小姐|太太|夫人|同志|同学|老师|教师|副?教授|讲师|导师|博士后?|硕士|医生|医师|大夫|护士|律师|法官|警官|(?:高级)?工程师|高工|副?总?经理|副?总裁|总监|主管|助理|秘书|副?董事长|副?(?:主任|主席|书记|局长|处长|科长|院长|校长|所长|厂长|队长|部长|站长|县长|镇长|乡长|村长|馆长|会长|社长|行长|店长|组长)|师傅|老板)$/;
/** Titles of one character; only behind one other, since names end in them too. */
const SHORT_TITLE = /^(\p{Script=Han})[总工姐哥局处]$/u;
const FAMILIAR = /^[小老](\p{Script=Han})$/u;
/** Signs for a character that is withheld or lost. */
const WITHHELD = /[*×✕╳○□■?\ufffd某]|(?<![a-z])x(?![a-wyz])|(?<=x)x/g;

const LATIN_TITLES = new Set("mr mrs ms miss mx dr prof professor sir madam rev".split(" "));
const LATIN_ENDINGS = new Set("jr sr ii iii iv phd md msc mba".split(" "));

/** Words of a name in an alphabet: case, accents, apostrophes and punctuation folded away; ü stays apart from u after l and n, as v. */
export function nameWords(text: string): string[] {
  if (/^[a-z ]*$/.test(text)) return text.split(" ").filter((word) => word !== "");
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFD")
      // Lǚ carries its tone behind the dots or before them.
      .replace(/([ln])u[\u0300-\u0307\u0309-\u036f]*\u0308/g, "$1v")
      .replace(/\p{M}+/gu, "")
      .replace(/['\u2018\u2019\u02bc`\u00b4]/g, "")
      .normalize("NFC")
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

function toldInWords(text: string): string {
  const words = nameWords(text);
  const titled = words.length > 1 && LATIN_TITLES.has(words[0] ?? "");
  if (titled) words.shift();
  while (words.length > 2 && LATIN_ENDINGS.has(words.at(-1) ?? "")) words.pop();
  return words.join(" ") + (titled && words.length === 1 ? REST : "");
}

/** A surname of one or two characters alone. */
function isSurname(text: string): boolean {
  return [...text].length === 1 || isCompoundSurname(text);
}

/** A name in Chinese characters without titles; empty for none. */
function toldInCharacters(key: string): string {
  if (key.length > LONGEST) return key;
  if (RELATIVE.test(key)) return "";
  const familiar = FAMILIAR.exec(key)?.[1] ?? SHORT_TITLE.exec(key)?.[1];
  if (familiar !== undefined) return familiar + REST;
  let bare = key;
  for (let title = TITLE.exec(bare); title !== null; title = TITLE.exec(bare)) bare = bare.slice(0, title.index);
  const titled = bare !== key;
  const name = bare.replace(WITHHELD, MASK);
  const known = name.replace(/\*+$/, "");
  if (known.replaceAll(MASK, "") === "") return "";
  // 张 and 张** tell a surname; 欧阳 does where a title follows.
  if ([...known].length === 1 || ((titled || known !== name) && isSurname(known))) return known + REST;
  return name;
}

/** The name in characters of a text that tells it in both scripts (Zhang Wei 张伟); undefined where the two do not agree. */
function inBothScripts(text: string): string | undefined {
  if (text.length > 4 * LONGEST || !/[A-Za-z]{2}/.test(text)) return undefined;
  const characters = (text.match(/[\p{Script=Han}\u00b7]+/gu) ?? []).join("");
  const letters = nameWords(text.replace(/\p{Script=Han}+/gu, " ")).join("");
  return [...characters].length > 1 && spellsName(letters, splitName(characters)) ? characters : undefined;
}

function toldWithoutRemarks(text: string): string {
  const key = nameKey(inBothScripts(text) ?? text);
  if (toldText(key) === undefined || NO_NAME.has(key)) return "";
  return /\p{Script=Han}/u.test(key) ? toldInCharacters(key) : toldInWords(key);
}

/** Names of a list: 张卫、张威. In letters a comma stands behind a surname. */
function namesOf(list: string): string[] {
  const text = list.slice(0, 4 * LONGEST);
  return text
    .split(/\p{Script=Han}/u.test(text) ? BETWEEN_NAMES : /[;；/|]/)
    .map(toldWithoutRemarks)
    .filter((name) => name !== "" && !name.includes(MASK) && !name.endsWith(REST));
}

/**
 * Reads what a cell tells of a person's name (姓名读取): remarks and titles left out, other names of the person (曾用名, 原名, 又名) apart, 张先生 and 张** as a
 * surname, 先生, 未知, 张三父亲 as nothing; a name told in both scripts in characters.
 * @param formerNames a list of former names from another cell
 * @complexity O(length)
 */
export function toldName(raw: string | undefined, formerNames: string | readonly string[] | undefined): ToldName {
  const text = toldText(raw)?.normalize("NFKC") ?? "";
  const lists = typeof formerNames === "string" ? [formerNames] : (formerNames ?? []);
  // A cell may name its column again: 曾用名：张卫.
  const others = lists.flatMap((list) => namesOf((toldText(list)?.normalize("NFKC") ?? "").replace(OTHER_NAME, "")));
  const marks = [...text.slice(0, 8 * LONGEST).matchAll(OTHER_NAME)];
  const named = marks.map((mark, i) => {
    const rest = text.slice(mark.index + mark[0].length, marks[i + 1]?.index);
    return namesOf(rest.split(/[()[\]【】〔〕]/, 1)[0] ?? "");
  });
  const first = named.findIndex((names) => names.length > 0);
  let name = "";
  if (first < 0) name = toldWithoutRemarks(text);
  else {
    others.push(...named.flat());
    name = toldWithoutRemarks(text.slice(0, marks[first]?.index).replace(/[\s([【〔,;、]+$/, ""));
  }
  if (name === "" && others.length === 0) return NOTHING;
  return { name, others: [...new Set(others)].slice(0, MOST_OTHERS) };
}
