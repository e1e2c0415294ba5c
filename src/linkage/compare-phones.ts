import { checkOptions } from "../errors/index.js";
import { foldWidth, readPhone } from "../text/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { isOneEdit, type Spelling, spelling } from "./spelling.js";

/** One number of a cell. */
interface PhoneNumber {
  readonly whole: Spelling;
  /** What stands before the stars of a masked number (138****1234); undefined for a whole one. */
  readonly masked: string | undefined;
  readonly lastFour: string;
}

const LEVELS = ["same", "near", "same-last-four", "different"] as const;
const [SAME, NEAR, LAST_FOUR, DIFFERENT] = [0, 1, 2, 3] as const;
/** Digits from which one wrong digit is a typing error. */
const NEAR_LENGTH = 7;
/** Numbers of a cell that are looked at. */
const MOST_NUMBERS = 4;

/** What parts the numbers of a cell. */
const SEPARATORS = /[、,，;；/\n]|\s{2,}|或/;
/** An extension (分机) behind a number. */
const EXTENSION = /(\d{7}) ?(?:-|转|ext\.?) ?\d{1,5}$/i;
const MASKED = /^(\d{0,7})[*xX×]{2,}(\d{4})$/;

/** Canonical form of one number: its digits, or 138*1234; undefined where none stands or it is made of one digit. */
function canonical(raw: string): string | undefined {
  const text = raw.trim();
  const mask = MASKED.exec(text.replace(/[\s-]/g, ""));
  if (mask !== null) return `${mask[1]}*${mask[2]}`;
  const number = readPhone(text.replace(EXTENSION, "$1"))?.number;
  return number === undefined || number === number.charAt(0).repeat(number.length) ? undefined : number;
}

/** Level of two numbers. */
function levelOf(a: PhoneNumber, b: PhoneNumber): number {
  if (a.masked === undefined && b.masked === undefined) {
    const { text: left, length: m } = a.whole;
    const { text: right, length: n } = b.whole;
    if (left === right) return SAME;
    // A landline without its area code.
    if (m > n ? n >= NEAR_LENGTH && left.endsWith(right) : m < n && m >= NEAR_LENGTH && right.endsWith(left)) return NEAR;
    if (Math.max(m, n) >= NEAR_LENGTH && isOneEdit(a.whole, b.whole)) return NEAR;
    return a.lastFour === b.lastFour ? LAST_FOUR : DIFFERENT;
  }
  const left = a.masked ?? a.whole.text;
  const right = b.masked ?? b.whole.text;
  return a.lastFour === b.lastFour && (left.startsWith(right) || right.startsWith(left)) ? LAST_FOUR : DIFFERENT;
}

/**
 * Compares telephone numbers (电话); of several in a cell the two that agree best count.
 *
 * - `same`: the same digits, +86 and dashes aside
 * - `near`: one digit wrong, lost, added, or two neighbours exchanged, of seven digits and more; a landline without its area code
 * - `same-last-four`: also of a masked number (138****1234), where what it shows does not contradict
 *
 * A number of one digit (00000000) is none. How frequent a number is counts: a switchboard is many people's.
 * @throws GuiyanError `unknown-option`
 */
export function phoneComparison<T>(options: FactOptions<T>): Comparison<T, readonly PhoneNumber[]> {
  checkOptions("phoneComparison", options, ["read", "name"]);
  const { read, name = "phone" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => {
      const numbers = new Set<string>();
      for (const part of foldWidth(read(record) ?? "").split(SEPARATORS, MOST_NUMBERS)) {
        const number = canonical(part);
        if (number !== undefined) numbers.add(number);
      }
      return numbers.size === 0 ? undefined : [...numbers].sort().join(",");
    },
    parse: (text) =>
      text.split(",").map((number) => {
        const star = number.indexOf("*");
        return { whole: spelling(number), masked: star < 0 ? undefined : number.slice(0, star), lastFour: number.slice(-4) };
      }),
    compare: (a, b) => {
      let best: number = DIFFERENT;
      for (const left of a) for (const right of b) best = Math.min(best, levelOf(left, right));
      return best;
    },
    termLevels: [SAME],
    term: (numbers) => (numbers.length === 1 && numbers[0]?.masked === undefined ? numbers[0]?.whole.text : undefined),
    keys: (numbers) => {
      const [first] = numbers;
      if (numbers.length > 1 || first === undefined) return numbers.slice(0, 3).map(({ whole }) => `e:${whole.text.slice(-7)}`);
      const { whole, masked, lastFour } = first;
      const { text } = whole;
      return masked === undefined ? [`e:${text.slice(-7)}`, `h:${text.slice(0, 7)}`, `t:${lastFour}`] : [`t:${lastFour}`];
    },
  };
}
