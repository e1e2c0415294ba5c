import { type FieldLabel, type FieldTopic, fieldLabels } from "./field-labels.js";
import { fieldStrippings, fieldViews } from "./field-spellings.js";

/** Texts with such an end name an employer or an office, not a field. */
const NO_FIELD = /(?:公司|集团|厂|局|厅|处|委员会|政府|协会|商会|中心)$/;
/** A word of Latin letters stands by itself: no `go` in `google`. */
const LATIN = /^[a-z0-9+#. ]+$/;

function stands(text: string, word: string, at: number): boolean {
  if (at < 0) return false;
  return !LATIN.test(word) || !(/[a-z0-9]/.test(text[at - 1] ?? "") || /[a-z0-9]/.test(text[at + word.length] ?? ""));
}

/** The longest word that ends the text (the head of a Chinese noun phrase), else that begins it, else that it holds. */
function longestTopic(text: string, topics: readonly FieldTopic[]): FieldTopic | undefined {
  const longest = (place: (word: string) => number) => topics.find(({ key }) => stands(text, key, place(key)));
  const end = longest((word) => (text.endsWith(word) ? text.length - word.length : -1));
  const start = longest((word) => (text.startsWith(word) ? 0 : -1));
  // Within a text, words of two Han are too often part of another word.
  const within = longest((word) => (word.length >= 3 || LATIN.test(word) ? text.indexOf(word) : -1));
  return [end, start, within].filter((topic) => topic !== undefined).sort((a, b) => b.key.length - a.key.length)[0];
}

/** Words of two Han inside a short text, where all of them point to one discipline. */
function agreedTopic(text: string, topics: readonly FieldTopic[]): FieldTopic | undefined {
  if (text.length > 10) return undefined;
  const inside = topics.filter(({ key }) => key.length === 2 && !LATIN.test(key) && text.includes(key));
  const [first] = inside;
  return first !== undefined && inside.every(({ label }) => label.value.slice(0, 4) === first.label.value.slice(0, 4)) ? first : undefined;
}

/**
 * The field that topic words in a text point to (主题词): 聚乳酸改性研究 → 0805.
 * @param whole look-up key of the text
 * @complexity O(topic words × length)
 */
export function topicOfField(whole: string): { readonly labels: readonly FieldLabel[]; readonly confidence: number } | undefined {
  if (NO_FIELD.test(whole)) return undefined;
  const { topics } = fieldLabels();
  const texts = fieldViews(whole).map((view) => [...fieldStrippings(view)].at(-1) ?? view);
  for (const [find, confidence] of [
    [longestTopic, 0.6],
    [agreedTopic, 0.4],
  ] as const) {
    for (const text of texts) {
      const topic = find(text, topics);
      if (topic !== undefined) return { labels: [topic.label], confidence };
    }
  }
  return undefined;
}
