import { foldCompatible } from "./fold-compatible.js";

/** A stretch of a text in which characters were lost (疑似缺字), in code points of the repaired text, `end` exclusive. */
export interface LostCharacters {
  readonly start: number;
  readonly end: number;
  /** `replaced`: U+FFFD or the traces of it (锟斤拷); `question-mark`: a `?` where no question is asked. */
  readonly sign: "replaced" | "question-mark";
}

/** What came of a repair (文本修复结果). */
export interface TextRepair {
  readonly text: string;
  /** Bracketed readings that were taken out: 会(huì). */
  readonly readings: number;
  readonly lost: readonly LostCharacters[];
}

/** Vowels that carry a tone mark; no abbreviation holds one. */
const TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";
/** A bracketed syllable behind a character, its bracket perhaps lost with the character before it. */
const READING = new RegExp(
  `(?<=[\\p{Script=Han}?？\\ufffd])[（(]?(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:[aeiouü]{0,2}[${TONED}][aeiouü]{0,2})(?:ng?|r)?[)）]`,
  "gu",
);
/** Syllables without a tone as scrapers write them behind particles. */
const TONELESS =
  /(?<=(了|的|地|得|们|們|着|著|过|過|吗|嗎|呢|吧|么|麼|个|個|子|上|头|頭))[（(](le|de|men|zhe|guo|ma|ne|ba|me|ge|zi|shang|tou)[)）]/gu;

/** Words that make a question mark one. */
const ASKING = /[吗嗎呢么麼吧谁誰何哪几幾怎]|是否|多少|有无|有無|能否|可否|为什|為什|(\p{Script=Han})[不没沒]\1/u;
const HAN_OR_MARK = /[\p{Script=Han}，。、；：“”‘’《》（）【】！]/u;

/** Decodes UTF-8 that was read as Latin-1 (æ±‰ for 汉) back; undefined where a text is no such thing. */
function unscrambled(text: string): string | undefined {
  if (!/[\u00c3-\u00ef][\u0080-\u00bf\u0152-\u2122]/.test(text)) return undefined;
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const byte = code < 0x100 ? code : WINDOWS_1252.get(code);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** Where Windows-1252 departs from Latin-1: 0x80..0x9f. */
const WINDOWS_1252: ReadonlyMap<number, number> = new Map(
  [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].map((sign, i) => [sign.codePointAt(0) ?? 0, 0x80 + i]),
);

/** Whether a question mark at a place asks a question: an asking word stands in its clause, or nothing Chinese follows or precedes. */
function asks(signs: readonly string[], start: number, end: number): boolean {
  const before = signs[start - 1];
  const after = signs[end];
  if (before === undefined || !HAN_OR_MARK.test(before)) return true;
  const ahead = signs.slice(Math.max(0, start - 30), start).join("");
  // https://a.cn/搜索?q=人才
  if (/^[\w-]+=/.test(signs.slice(end, end + 20).join("")) || /:\/\/\S*$/.test(ahead)) return true;
  if (ASKING.test(ahead.slice(ahead.search(/[^，。；！？,;!?]*$/)))) return true;
  return end - start === 1 && after === undefined && (signs.length > 4 || signs.length < 2);
}

/** What every damage that {@link repairText} knows leaves in a text. */
const TRACE = new RegExp(
  `[?\\ufffd\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\u2e80-\\u2fd5\\uf900-\\ufaff]|锟斤|[${TONED}][a-zü]{0,5}[)）]|[(（](?:le|de|men|zhe|guo|ma|ne|ba|me|ge|zi|shang|tou)[)）]|[\\u00c3-\\u00ef][\\u0080-\\u00bf\\u0152-\\u2122]`,
);

/** Whether a text may need {@link repairText} at all (是否疑似受损); a quick look for columns of clean cells. */
export function mayBeDamaged(text: string): boolean {
  return TRACE.test(text);
}

function lostIn(text: string): LostCharacters[] {
  const signs = [...text];
  const lost: LostCharacters[] = [];
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i] ?? "";
    if (sign === "\ufffd") {
      const end = runEnd(signs, i, (s) => s === "\ufffd");
      lost.push({ start: i, end, sign: "replaced" });
      i = end - 1;
    } else if (sign === "锟" && signs[i + 1] === "斤") {
      const end = runEnd(signs, i, (s) => "锟斤拷".includes(s));
      lost.push({ start: i, end, sign: "replaced" });
      i = end - 1;
    } else if (sign === "?") {
      let end = runEnd(signs, i, (s) => s === "?");
      const marked = /[!！]/.test(signs[end] ?? "") && /[\d\p{Script=Han}?]/u.test(signs[end + 1] ?? "");
      const stray = /[a-z]/.test(signs[end] ?? "") && /\p{Script=Han}/u.test(signs[end + 1] ?? "");
      if (asks(signs, i, end)) {
        i = end - 1;
        continue;
      }
      if (marked || stray) {
        end += 1;
        if (signs[end] === "?") end = runEnd(signs, end, (s) => s === "?");
      }
      lost.push({ start: i, end, sign: "question-mark" });
      i = end - 1;
    }
  }
  return lost;
}

function runEnd(signs: readonly string[], start: number, belongs: (sign: string) => boolean): number {
  let end = start;
  while (end < signs.length && belongs(signs[end] ?? "")) end++;
  return end;
}

/**
 * Repairs scraped text (修复抓取文本): readings behind characters go (会(huì) → 会), letters, digits and radicals of other widths and forms become
 * plain, UTF-8 that was read as Latin-1 is decoded anew. Characters that were lost cannot come back: their places are told, the text keeps its signs.
 *
 * A `?` counts as lost where it stands behind Chinese text, no asking word is in its clause, or a stray sign follows it (`?！8日`, `??h委`).
 * Chinese punctuation, ①, ㎡ and superscripts stay.
 * @complexity O(length)
 * @example
 * const { text, readings, lost } = repairText("座談會(huì)：２７００余人，縣??h委");
 * console.log(text, readings, lost[0]?.sign); // → 座談會：2700余人，縣??h委 1 question-mark
 */
export function repairText(raw: string): TextRepair {
  let readings = 0;
  const without = (match: RegExp, text: string) =>
    text.replace(match, () => {
      readings++;
      return "";
    });
  const text = foldCompatible(without(TONELESS, without(READING, (unscrambled(raw) ?? raw).normalize("NFC"))));
  return { text, readings, lost: lostIn(text) };
}
