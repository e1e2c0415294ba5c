// text/ (文本): Chinese text as offices write it.
// clean-text.ts  display text; match-key.ts  look-up keys; fold-width.ts  full-width to half-width
export { cleanText } from "./clean-text.js";
export { foldWidth } from "./fold-width.js";
export { matchKey } from "./match-key.js";
