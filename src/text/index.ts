// text/ (文本): Chinese text as offices write it.
// clean-text.ts  display text; match-key.ts, name-key.ts  look-up keys; fold-width.ts  full-width to half-width; fold-script.ts  traditional to simplified; has-bidi-control.ts
// load-romaniser.ts, load-simplifier.ts  pinyin and traditional → simplified, loaded on demand
// simplify-name.ts, split-name.ts, name-readings.ts  names: their script, their parts, how they sound
// edit-distance.ts, jaro-winkler.ts  how alike two short texts are; character-bits.ts  what both are computed with
// repair-text.ts, fold-compatible.ts  scraped text; find-figures.ts, read-number.ts  figures in digits and words
// read-date.ts, read-phone.ts  dates as far as told, telephone numbers
export { cleanText } from "./clean-text.js";
export { editDistance } from "./edit-distance.js";
export { type Figure, findFigures } from "./find-figures.js";
export { foldCompatible } from "./fold-compatible.js";
export { foldScript } from "./fold-script.js";
export { foldWidth } from "./fold-width.js";
export { hasBidiControl } from "./has-bidi-control.js";
export { jaroWinkler } from "./jaro-winkler.js";
export { loadRomaniser, type Romaniser } from "./load-romaniser.js";
export { loadSimplifier, type Simplifier } from "./load-simplifier.js";
export { matchKey } from "./match-key.js";
export { nameKey } from "./name-key.js";
export { readingsOf, type Sound, soundOf, soundsAlike, soundsMeet, soundsNear } from "./name-readings.js";
export { type DateParts, readDate, readDateParts } from "./read-date.js";
export { readNumber } from "./read-number.js";
export { type Phone, readPhone } from "./read-phone.js";
export { type LostCharacters, mayBeDamaged, repairText, type TextRepair } from "./repair-text.js";
export { simplifyName } from "./simplify-name.js";
export { isCompoundSurname, type NameParts, splitName } from "./split-name.js";
