/** Surnames of two characters in use (复姓), and their traditional spellings where those differ. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 端木 百里 南宫 闻人 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 " +
    "仲孙 轩辕 钟离 鲜于 闾丘 亓官 万俟 赫连 呼延 独孤 拓跋 第五 东郭 西门 左丘 梁丘 谷梁 乐正 漆雕 公羊 巫马 公西 壤驷 颛孙 完颜 纳兰 " +
    "司寇 贺兰 夹谷 相里 东野 " +
    "歐陽 司馬 諸葛 東方 尉遲 公孫 長孫 南宮 聞人 澹臺 濮陽 單于 仲孫 軒轅 鍾離 鐘離 鮮于 閭丘 萬俟 赫連 獨孤 東郭 西門 穀梁 樂正 " +
    "漆鵰 巫馬 壤駟 顓孫 完顏 納蘭 賀蘭 夾谷 東野"
  ).split(" "),
);

/** The parts of a personal name (姓与名); either may be empty. */
export interface NameParts {
  readonly surname: string;
  readonly given: string;
}

/** Whether two characters are a surname of two (复姓), in simplified or traditional script. */
export function isCompoundSurname(text: string): boolean {
  return COMPOUND_SURNAMES.has(text);
}

/**
 * Splits a name in Chinese characters into surname and given name (拆分姓名).
 *
 * - the first character is the surname, the first two where they are a compound surname and a third follows: 欧阳修 is 欧阳 + 修, 欧阳 is 欧 + 阳;
 * - two surnames in a row are not told from a surname and a given name: 张王明 is 张 + 王明;
 * - a name with a middle dot has its given name before the first dot: 买买提·热合曼 is 热合曼 + 买买提, the father's name standing for a surname;
 * - one character is a surname; a name that begins with no Chinese character has none.
 *
 * By code point. Blanks and brackets must be gone, see {@link nameKey}.
 * @complexity O(length)
 * @example
 * console.log(splitName("诸葛亮"), splitName("张伟")); // → { surname: '诸葛', given: '亮' } { surname: '张', given: '伟' }
 */
export function splitName(name: string): NameParts {
  const dot = name.indexOf("\u00b7");
  if (dot >= 0) return { surname: name.slice(dot + 1), given: name.slice(0, dot) };
  if (!/^\p{Script=Han}/u.test(name)) return { surname: "", given: name };
  const first = (name.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  const length = name.length > 2 && isCompoundSurname(name.slice(0, 2)) ? 2 : first;
  return { surname: name.slice(0, length), given: name.slice(length) };
}
