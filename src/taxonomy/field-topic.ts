import { type FieldLabel, fieldLabels } from "./field-labels.js";
import { fieldStrippings, fieldViews } from "./field-spellings.js";

/** Texts with such an end name an employer or an office, not a field. */
const NO_FIELD = /(?:公司|集团|厂|局|厅|处|委员会|政府|协会|商会|中心)$/;
/** A word of Latin letters stands by itself: no `go` in `google`. */
const LATIN = /^[a-z0-9+#. ]+$/;

/** A topic word found in a text. */
interface Topic {
  readonly word: string;
  readonly label: FieldLabel;
}

/** The topic word at a place of a text, if one stands there by itself. */
function topicAt(text: string, from: number, to: number): Topic | undefined {
  const word = text.slice(from, to);
  const label = fieldLabels().topics.get(word);
  if (label === undefined) return undefined;
  const cut = LATIN.test(word) && (/[a-z0-9]/.test(text[from - 1] ?? "") || /[a-z0-9]/.test(text[to] ?? ""));
  return cut ? undefined : { word, label };
}

/** The longest word that ends the text (the head of a Chinese noun phrase), begins it or stands in it; of equal length, in this order. */
function longestTopic(text: string): Topic | undefined {
  for (let length = Math.min(text.length, fieldLabels().longestTopic); length >= 1; length--) {
    const last = text.length - length;
    const ends = topicAt(text, last, text.length) ?? topicAt(text, 0, length);
    if (ends !== undefined) return ends;
    for (let from = 1; from < last; from++) {
      const within = topicAt(text, from, from + length);
      // Within a text, words of two Han are too often part of another word.
      if (within !== undefined && (length >= 3 || LATIN.test(within.word))) return within;
    }
  }
  return undefined;
}

/** Words of two Han inside a short text, where all of them point to one discipline. */
function agreedTopic(text: string): Topic | undefined {
  if (text.length > 10) return undefined;
  const inside: Topic[] = [];
  for (let from = 0; from + 2 <= text.length; from++) {
    const topic = topicAt(text, from, from + 2);
    if (topic !== undefined && !LATIN.test(topic.word)) inside.push(topic);
  }
  const [first] = inside;
  return first !== undefined && inside.every(({ label }) => label.value.slice(0, 4) === first.label.value.slice(0, 4)) ? first : undefined;
}

/**
 * The field that topic words in a text point to (主题词): 聚乳酸改性研究 → 0805.
 * @param whole look-up key of the text
 * @complexity O(length × longest topic word) look-ups
 */
export function topicOfField(whole: string): { readonly labels: readonly FieldLabel[]; readonly confidence: number } | undefined {
  if (NO_FIELD.test(whole)) return undefined;
  const texts = fieldViews(whole).map((view) => [...fieldStrippings(view)].at(-1) ?? view);
  for (const [find, confidence] of [
    [longestTopic, 0.6],
    [agreedTopic, 0.4],
  ] as const) {
    for (const text of texts) {
      const topic = find(text);
      if (topic !== undefined) return { labels: [topic.label], confidence };
    }
  }
  return undefined;
}
