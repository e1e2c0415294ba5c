// text/ (文本): Chinese text as offices write it.
// clean-text.ts  display text; match-key.ts  look-up keys; fold-width.ts  full-width to half-width
// load-romaniser.ts, load-simplifier.ts  pinyin and traditional → simplified, loaded on demand
export { cleanText } from "./clean-text.js";
export { foldWidth } from "./fold-width.js";
export { loadRomaniser, type Romaniser } from "./load-romaniser.js";
export { loadSimplifier, type Simplifier } from "./load-simplifier.js";
export { matchKey } from "./match-key.js";
