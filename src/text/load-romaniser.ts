import { splitName } from "./split-name.js";

/** Writes a personal name in pinyin: surname first, one capital a part. */
export type Romaniser = (name: string) => string;

/** Signs that separate the parts of a name: blanks and the middle dot of 买买提·热合曼. */
const NAME_PART = /[\s\u00b7]+/;

/**
 * Loads the romaniser of personal names (姓名拼音), 138 KB of dictionary, on demand.
 *
 * Surname readings are used (单于 Shanyu, 仇 Qiu); characters without a known reading and letters stay as they are.
 * One reading is given where several are in use (乐 Yue or Le), so compare sets of readings, not this text.
 * @source pinyin-pro, `surname: "head"`
 * @example
 * const romanise = await loadRomaniser();
 * console.log(romanise("欧阳修")); // → Ouyang Xiu
 */
export async function loadRomaniser(): Promise<Romaniser> {
  const { pinyin } = await import("pinyin-pro");
  const capital = (syllables: readonly string[]) => {
    const word = syllables.join("");
    return word.slice(0, 1).toUpperCase() + word.slice(1);
  };
  const read = (text: string) => pinyin(text, { toneType: "none", surname: "head", type: "array", nonZh: "consecutive" });
  return (name) => {
    const parts = name.split(NAME_PART).filter((part) => part !== "");
    return parts
      .map((part) => {
        if (!/\p{Script=Han}/u.test(part)) return part;
        const syllables = read(part);
        // Parts of a name with a middle dot (热合曼) have no surname; a name of one character is one.
        const family = parts.length > 1 ? 0 : Math.max(1, [...splitName(part).surname].length);
        const words = [syllables.slice(0, family), syllables.slice(family)].filter((word) => word.length > 0);
        return words.map(capital).join(" ");
      })
      .join(" ");
  };
}
