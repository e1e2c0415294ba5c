// text/ (文本): Chinese text as offices write it.
// clean-text.ts  display text; match-key.ts, name-key.ts  look-up keys; fold-width.ts  full-width to half-width; fold-script.ts  traditional to simplified; has-bidi-control.ts
// load-romaniser.ts, load-simplifier.ts  pinyin and traditional → simplified, loaded on demand
// repair-text.ts, fold-compatible.ts  scraped text; find-figures.ts, read-number.ts  figures in digits and words
export { cleanText } from "./clean-text.js";
export { type Figure, findFigures } from "./find-figures.js";
export { foldCompatible } from "./fold-compatible.js";
export { foldScript } from "./fold-script.js";
export { foldWidth } from "./fold-width.js";
export { hasBidiControl } from "./has-bidi-control.js";
export { loadRomaniser, type Romaniser } from "./load-romaniser.js";
export { loadSimplifier, type Simplifier } from "./load-simplifier.js";
export { matchKey } from "./match-key.js";
export { nameKey } from "./name-key.js";
export { readNumber } from "./read-number.js";
export { type LostCharacters, mayBeDamaged, repairText, type TextRepair } from "./repair-text.js";
