import { checkOptions } from "../errors/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { foldLetters } from "./fold-words.js";
import { editsApart, isOneEdit, type Spelling, spelling } from "./spelling.js";
import { toldText } from "./told-text.js";

/** An identifier; of a resident identity number also what both of its forms tell. */
interface Identifier {
  readonly whole: Spelling;
  /** Area, full birth date and serial of an identity number; undefined for another identifier. */
  readonly body: string | undefined;
}

const LEVELS = ["same", "near", "similar", "different"] as const;
const [SAME, NEAR, SIMILAR, DIFFERENT] = [0, 1, 2, 3] as const;
/** Signs from which one edit is a typing error, and from which two are. */
const NEAR_LENGTH = 5;
const SIMILAR_LENGTH = 9;

/** What the 15 digits of an old identity number (一代身份证) and the 18 signs of a new one both tell. */
function residentBody(text: string): string | undefined {
  if (/^\d{17}[\dx]$/.test(text)) return text.slice(0, 17);
  // The old form leaves out the century, which was the twentieth for all of its bearers, and the check digit.
  return /^\d{15}$/.test(text) ? `${text.slice(0, 6)}19${text.slice(6)}` : undefined;
}

/**
 * Compares identifiers (证件号、编号): `same`; `near`, one sign wrong, lost, added or two neighbours exchanged, of five signs and more; `similar`, two such errors, of
 * nine signs and more. An identity number of 15 digits is the same as its form of 18. One sign over and over (000000) is no identifier.
 * @throws GuiyanError `unknown-option`
 * @source GB 11643-1999 for the two forms of the resident identity number
 */
export function identifierComparison<T>(options: FactOptions<T>): Comparison<T, Identifier> {
  checkOptions("identifierComparison", options, ["read", "name"]);
  const { read, name = "identifier" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => {
      const text = foldLetters(toldText(read(record)) ?? "");
      return text === "" || (text.length > 1 && text === text.charAt(0).repeat(text.length)) ? undefined : text;
    },
    parse: (text) => ({ whole: spelling(text), body: residentBody(text) }),
    compare: ({ whole: a, body: bodyOfA }, { whole: b, body: bodyOfB }) => {
      if (a.text === b.text) return SAME;
      if (a.length !== b.length && bodyOfA !== undefined && bodyOfA === bodyOfB) return SAME;
      const longer = Math.max(a.length, b.length);
      if (longer < NEAR_LENGTH) return DIFFERENT;
      if (isOneEdit(a, b)) return NEAR;
      return longer >= SIMILAR_LENGTH && editsApart(a, b) === 2 ? SIMILAR : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ whole, body }) => body ?? whole.text,
    keys: ({ whole: { text }, body }) => [`x:${body ?? text}`, `h:${text.slice(0, 4)}`, `t:${text.slice(-3)}`],
  };
}
