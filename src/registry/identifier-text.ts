import { cleanText, foldWidth } from "../text/index.js";

/**
 * An identifier as its issuer writes it (证件号码清洗): half-width, capital letters, no blanks and hyphens, no apostrophe by which Excel marks text.
 * @complexity O(length)
 */
export function identifierText(raw: string): string {
  return foldWidth(cleanText(raw))
    .replace(/^['‘’]|[\s-]/g, "")
    .toUpperCase();
}
