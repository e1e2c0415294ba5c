/**
 * Whether a text holds signs that turn the order of its letters round (双向控制符): embeddings, overrides and isolates. What is shown then differs from what
 * is stored; {@link cleanText} takes them out.
 * @complexity O(length)
 */
export function hasBidiControl(text: string): boolean {
  return /[\u202a-\u202e\u2066-\u2069]/.test(text);
}
