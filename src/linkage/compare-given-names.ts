import { checkOptions } from "../errors/index.js";
import type { Comparison } from "./comparison.js";
import { crossingOf, type PairedValue, pairedText, pairedValue, pairKey } from "./crossed-values.js";
import { diminutiveGroups, shareGroup } from "./diminutives.js";
import { foldLetters } from "./fold-words.js";
import { nameHead, nameTail } from "./name-keys.js";
import { editsApart, FAR, isLike, isOneEdit, type Spelling } from "./spelling.js";
import { toldText } from "./told-text.js";

/** Options of {@link givenNameComparison} and {@link surnameComparison}. */
export interface PersonNameOptions<T> {
  readonly given: (record: T) => string | undefined;
  /** Absent where the records tell no surnames. */
  readonly surname?: ((record: T) => string | undefined) | undefined;
  readonly name?: string;
}

/** A given name with the surname beside it. */
interface GivenName extends PairedValue {
  readonly groups: readonly number[];
}

const LEVELS = ["same", "swapped", "near", "similar", "crossed", "initial", "different"] as const;
const [SAME, SWAPPED, NEAR, SIMILAR, CROSSED, INITIAL, DIFFERENT] = [0, 1, 2, 3, 4, 5, 6] as const;
/** Letters below which one edit makes another name (Ann, Ian) more often than a typing error. */
const NEAR_LENGTH = 4;
/** Letters from which the beginning of a name is a short form of it. */
const SHORT_FORM_LENGTH = 3;
/** Jaro–Winkler similarity of alike names, and of those at most two edits apart. */
const ALIKE = 0.9;
const ALIKE_BY_EDITS = 0.8;

/** Letters of a name as written; empty where none is told. */
export function nameLetters(raw: string | undefined): string {
  return foldLetters(toldText(raw) ?? "");
}

/** Whether a folded name is a Latin initial. */
export function isInitial({ text }: Spelling): boolean {
  return text.length === 1 && text >= "a" && text <= "z";
}

/** How the spellings of two names compare that are not equal: `near`, one edit; `similar`, by their letters; undefined for neither. */
export function nameLikeness(a: Spelling, b: Spelling): "near" | "similar" | undefined {
  const longer = Math.max(a.length, b.length);
  if (isOneEdit(a, b) && longer >= SHORT_FORM_LENGTH) return longer >= NEAR_LENGTH ? "near" : "similar";
  if (Math.min(a.length, b.length) < SHORT_FORM_LENGTH || !isLike(a, b, ALIKE_BY_EDITS)) return undefined;
  return isLike(a, b, ALIKE) || editsApart(a, b) < FAR ? "similar" : undefined;
}

/** Whether the shorter name is the beginning of the longer: Alex and Alexander. */
export function isBeginning(a: Spelling, b: Spelling): boolean {
  if (a.length < SHORT_FORM_LENGTH || b.length < SHORT_FORM_LENGTH) return false;
  return a.length < b.length ? b.text.startsWith(a.text) : a.text.startsWith(b.text);
}

/** Whether the shorter name is the end of the longer: Wheeler and Wilson-Wheeler. */
export function isEnd(a: Spelling, b: Spelling): boolean {
  if (a.length < SHORT_FORM_LENGTH || b.length < SHORT_FORM_LENGTH) return false;
  return a.length < b.length ? b.text.endsWith(a.text) : a.text.endsWith(b.text);
}

/**
 * Compares given names in an alphabet (名), beside Chinese names in one column, which `nameComparison` compares.
 *
 * - `same`: the same letters, a case, an accent or a hyphen aside
 * - `swapped`: given name and surname exchanged, one of them at most one edit off
 * - `near`: one letter wrong, lost, added, or two neighbours exchanged; of names of four letters and more
 * - `similar`: two edits, Jaro–Winkler ≥ 0.9, the beginning of the other (Alex), or a short form of one name (Bill, William)
 * - `crossed`: one name stands in the other's place and the rest differs
 * - `initial`: J. and John, J. and J.
 * @throws GuiyanError `unknown-option`
 */
export function givenNameComparison<T>(options: PersonNameOptions<T>): Comparison<T, GivenName> {
  checkOptions("givenNameComparison", options, ["given", "surname", "name"]);
  const { given, surname, name = "given-name" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => pairedText(nameLetters(given(record)), nameLetters(surname?.(record))),
    parse: (text) => {
      const { own, other } = pairedValue(text);
      return { own, other, groups: diminutiveGroups(own.text) };
    },
    compare: (a, b) => {
      if (a.own.text === b.own.text) return isInitial(a.own) ? INITIAL : SAME;
      const crossing = crossingOf(a, b);
      if (crossing === "full") return SWAPPED;
      const likeness = nameLikeness(a.own, b.own);
      if (likeness === "near") return NEAR;
      if (likeness === "similar" || isBeginning(a.own, b.own) || shareGroup(a.groups, b.groups)) return SIMILAR;
      if (crossing === "half") return CROSSED;
      return (isInitial(a.own) || isInitial(b.own)) && a.own.text[0] === b.own.text[0] ? INITIAL : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ own }) => own.text,
    keys: (value) => [pairKey(value, 3), nameHead(value.own), nameTail(value.own)].filter((key) => key !== undefined),
  };
}
