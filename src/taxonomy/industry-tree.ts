/** Levels of the industry tree (行业层级), widest first: 门类, 大类, 中类, 小类. */
export type IndustryLevel = "section" | "division" | "group" | "class";

/** First division of each section, ascending; a section ends where the next begins. */
const SECTIONS = "A01 B06 C13 D44 E47 F51 G53 H61 I63 J66 K70 L71 M73 N76 O80 P83 Q84 R86 S91 T97"
  .split(" ")
  .map((item) => ({ letter: item.charAt(0), first: Number(item.slice(1)) }));

const LAST_DIVISION = 97;

/** Nearness of two industries by the nearest node that holds both, integers 0..1000 (行业邻近度). */
export interface IndustryNearness {
  readonly same: number;
  readonly group: number;
  readonly division: number;
  readonly section: number;
  readonly none: number;
}

/**
 * Same class 1000, same group 800, same division 600, same section 300, else 0.
 * @source own choice: classes of one group share plant and trade, a section (制造业) shares little
 */
export const INDUSTRY_NEARNESS: IndustryNearness = { same: 1000, group: 800, division: 600, section: 300, none: 0 };

/** Section letter of a code that begins with a division (门类); undefined for a division that the standard lacks. */
export function industrySection(code: string): string | undefined {
  if (/^[A-T]$/.test(code)) return code;
  if (!/^\d{2,4}$/.test(code)) return undefined;
  const division = Number(code.slice(0, 2));
  if (division < 1 || division > LAST_DIVISION) return undefined;
  return SECTIONS.findLast(({ first }) => first <= division)?.letter;
}

/** Whether a text has the form of a GB/T 4754-2017 code: a letter A–T, or two to four digits of a division 01–97. */
export function isIndustryCode(text: string): boolean {
  return industrySection(text) !== undefined;
}

/** Level of a code by its length. */
export function industryLevel(code: string): IndustryLevel {
  return code.length === 1 ? "section" : code.length === 2 ? "division" : code.length === 3 ? "group" : "class";
}

/** Parent by the code's form (上级行业): class → group → division → section; undefined for a section. */
export function industryParent(code: string): string | undefined {
  if (code.length <= 1) return undefined;
  return code.length === 2 ? industrySection(code) : code.slice(0, -1);
}

/** A code and its ancestors, nearest first (行业链). */
export function industryChain(code: string): string[] {
  const chain = [code];
  for (let up = industryParent(code); up !== undefined; up = industryParent(up)) chain.push(up);
  return chain;
}

/** Whether `inner` is `outer` or lies below it. */
export function industryInside(inner: string, outer: string): boolean {
  return industryChain(inner).includes(outer);
}

/**
 * Nearness of two industries (行业邻近度), from the codes alone.
 *
 * A node against one below it counts at the wider one's level: 28 against 2832 is "same division", 2770 against 277 "same group".
 * @returns integer 0..1000
 * @complexity O(1)
 */
export function industrySimilarity(a: string, b: string, nearness: IndustryNearness = INDUSTRY_NEARNESS): number {
  if (a === b) return nearness.same;
  const chain = industryChain(b);
  const shared = industryChain(a).find((code) => chain.includes(code));
  if (shared === undefined) return nearness.none;
  // Two codes that differ share at most a group: a class has nothing below it.
  const level = industryLevel(shared);
  return level === "class" ? nearness.same : nearness[level];
}
