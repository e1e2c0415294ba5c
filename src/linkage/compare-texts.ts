import { checkOptions } from "../errors/index.js";
import type { Comparison } from "./comparison.js";
import { crossingOf, type PairedValue, pairedParts, pairedText, pairKey } from "./crossed-values.js";
import type { FactOptions } from "./fact-options.js";
import { foldWords } from "./fold-words.js";
import { editsApart, FAR, isLike, spelling } from "./spelling.js";
import { toldText } from "./told-text.js";

/** Options of {@link textComparison}. */
export interface TextOptions<T> extends FactOptions<T> {
  /** The text that this one is easily exchanged with: the other line of an address. */
  readonly partner?: ((record: T) => string | undefined) | undefined;
  /** Where the partner's comparison counts an exchange, this one is told nothing by it. */
  readonly exchange?: "counted-here" | "counted-by-partner";
}

/** A folded text with its words. */
interface FoldedText extends PairedValue {
  /** Ascending. */
  readonly words: readonly string[];
}

const LEVELS = ["same", "swapped", "near", "similar", "crossed", "related", "different"] as const;
const [SAME, SWAPPED, NEAR, SIMILAR, CROSSED, RELATED, DIFFERENT] = [0, 1, 2, 3, 4, 5, 6] as const;
/** Letters from which one edit is a typing error, and from which two are. */
const NEAR_LENGTH = 4;
const SIMILAR_LENGTH = 6;
/** Letters from which a text that another contains says something. */
const CONTAINED_LENGTH = 4;
/** Jaro–Winkler similarity of related texts. */
const ALIKE = 0.9;

/** Letters of the words that two ascending lists share. */
function sharedLetters(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as string;
    const right = b[j] as string;
    if (left === right) {
      shared += left.length;
      i++;
      j++;
    } else if (left < right) i++;
    else j++;
  }
  return shared;
}

/**
 * Compares free texts of a few words (短文本比较): a suburb, a line of an address, a street.
 *
 * - `same`: the same letters and figures, blanks aside
 * - `swapped`: exchanged with the `partner`, one of the two at most one edit off
 * - `near`: one edit, of four letters and more
 * - `similar`: two edits of six letters and more, the same words in another order, or the words of one among those of the other
 * - `crossed`: one text stands in the other's place and the rest differs
 * - `related`: Jaro–Winkler ≥ 0.9, or two thirds of the letters in shared words
 * @throws GuiyanError `unknown-option`
 */
export function textComparison<T>(options: TextOptions<T>): Comparison<T, FoldedText> {
  checkOptions("textComparison", options, ["read", "name", "partner", "exchange"]);
  const { read, name = "text", partner, exchange = "counted-here" } = options;
  const counted = exchange === "counted-here";
  const folded = (value: string | undefined): string => foldWords(toldText(value) ?? "");
  return {
    name,
    levels: LEVELS,
    read: (record) => pairedText(folded(read(record)), folded(partner?.(record))),
    parse: (text) => {
      const [own, other] = pairedParts(text);
      return {
        own: spelling(own.replaceAll(" ", "")),
        other: spelling(other.replaceAll(" ", "")),
        words: own.split(" ").sort(),
      };
    },
    compare: (a, b) => {
      if (a.own.text === b.own.text) return SAME;
      const crossing = crossingOf(a, b);
      if (crossing === "full") return counted ? SWAPPED : -1;
      const edits = editsApart(a.own, b.own);
      const longer = Math.max(a.own.length, b.own.length);
      if (edits === 1 && longer >= NEAR_LENGTH) return NEAR;
      if (edits < FAR && longer >= SIMILAR_LENGTH) return SIMILAR;
      const shorter = Math.min(a.own.text.length, b.own.text.length);
      const shared = sharedLetters(a.words, b.words);
      if (shared >= CONTAINED_LENGTH && shared === shorter) return SIMILAR;
      if (crossing === "half") return counted ? CROSSED : -1;
      if (shared * 3 >= Math.max(a.own.text.length, b.own.text.length) * 2) return RELATED;
      return isLike(a.own, b.own, ALIKE) ? RELATED : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ own }) => own.text,
    keys: (value) => {
      const head = `h:${value.own.text.slice(0, 4)}`;
      const tail = `t:${value.own.text.slice(-4)}`;
      return [pairKey(value, 4), head, tail].filter((key) => key !== undefined);
    },
  };
}
