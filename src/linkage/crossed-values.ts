import { foldLetters } from "./fold-words.js";
import { editsApart, type Spelling, spelling } from "./spelling.js";

/** What parts the two folded values of a paired text; folding leaves none of it in a value. */
const SEPARATOR = "\u0000";

/** A fact and the one that it is easily exchanged with (易互换的两项): given name and surname, two lines of an address. */
export interface PairedValue {
  readonly own: Spelling;
  /** Empty where the record does not tell it. */
  readonly other: Spelling;
}

/** Canonical text of a folded fact with its folded partner, each empty where it is not told. @returns undefined where the fact itself is not told */
export function pairedText(own: string, other: string): string | undefined {
  return own === "" ? undefined : own + SEPARATOR + other;
}

/** The two parts of a paired text. */
export function pairedParts(text: string): readonly [own: string, other: string] {
  const at = text.indexOf(SEPARATOR);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** Parsed form of a paired text whose values are compared by their letters. */
export function pairedValue(text: string): PairedValue {
  const [own, other] = pairedParts(text);
  return { own: spelling(foldLetters(own)), other: spelling(foldLetters(other)) };
}

/** How two pairs of values cross: not at all; `half`, one value stands in the other's place and the rest differs; `full`, both were exchanged. */
type Crossing = "none" | "half" | "full";

/** Shortest value whose standing in the other place alone says something: initials and particles stand anywhere. */
const LEAST_LENGTH = 3;

/**
 * Whether the two values of a record are those of the other, exchanged (两项互换); one of them may be an edit off or missing.
 * The same whichever of the two values is the record's own, so that the two comparisons of a pair never disagree about it.
 * @complexity O(length), O(1) where no value stands in the other's place
 */
export function crossingOf(a: PairedValue, b: PairedValue): Crossing {
  const there = a.own.text === b.other.text;
  const back = a.other.text === b.own.text;
  if (!(there || back)) return "none";
  // What agrees in its own place has not moved.
  if (a.own.text === b.own.text || a.other.text === b.other.text) return "none";
  if (there && back) return "full";
  // One value has moved; the other two are what is left of the exchange.
  if ((there ? a.own : a.other).length < LEAST_LENGTH) return "none";
  const from = there ? a.other : a.own;
  const to = there ? b.own : b.other;
  return from.length === 0 || to.length === 0 || editsApart(from, to) <= 1 ? "full" : "half";
}

/** Blocking key under which exchanged pairs meet; undefined where one of the two is missing. */
export function pairKey({ own, other }: PairedValue, head: number): string | undefined {
  if (other.text === "") return undefined;
  const [a, b] = [own.text.slice(0, head), other.text.slice(0, head)];
  return a < b ? `p:${a}|${b}` : `p:${b}|${a}`;
}
