import Fuse from "fuse.js/basic";
import { matchKey } from "../text/index.js";
import type { Candidate } from "./resolution.js";

/** A label and what it stands for. */
export interface LabelEntry<V> {
  readonly label: string;
  readonly value: V;
}

/** Typo-tolerant look-up of labels. It finds spellings; it never decides how near two things are. */
export interface LabelLookup<V> {
  /** Best guesses first, at most `limit`; equal fits in code-point order of the label. */
  nearest(text: string, limit?: number): readonly Candidate<V>[];
}

/**
 * A typo-tolerant label look-up (容错检索), the library's only use of Fuse.js.
 * The index is built on first use.
 * @complexity O(labels × length) a look-up
 */
export function createLabelLookup<V>(load: () => readonly LabelEntry<V>[]): LabelLookup<V> {
  let fuse: Fuse<{ key: string; entry: LabelEntry<V> }> | undefined;
  return {
    nearest(text, limit = 5) {
      fuse ??= new Fuse(
        load().map((entry) => ({ key: matchKey(entry.label), entry })),
        { keys: ["key"], includeScore: true, threshold: 0.4, ignoreLocation: true, shouldSort: true },
      );
      // Fuse slows down with the square of a long pattern and labels are short: what is longer than any label is cut.
      return fuse
        .search([...matchKey(text)].slice(0, 32).join(""))
        .map(({ item, score }) => ({ value: item.entry.value, label: item.entry.label, confidence: Math.max(0, 1 - (score ?? 1)) }))
        .sort((a, b) => b.confidence - a.confidence || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
        .slice(0, limit);
    },
  };
}
