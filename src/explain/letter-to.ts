import { checkInteger, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import type { Dimension } from "../model/index.js";
import {
  type Contribution,
  codeName,
  type Explanation,
  markText,
  NO_SOFT_REQUIREMENT,
  type RuleVerdict,
  relationName,
  ruleKindName,
} from "../scoring/index.js";
import { checkExplanation } from "./check-explanation.js";
import { LETTER_WORDS, type LetterWords } from "./letter-wording.js";
import { plainText } from "./plain-text.js";
import { LANGS, type Labels, type Lang, subjectName, verdictName } from "./wording.js";

/** Options of {@link letterTo}. */
export interface LetterOptions {
  readonly lang: Lang;
  /** Whom the letter addresses, title included. */
  readonly addressee?: string;
  /** What the demand is called: its enterprise and its post. */
  readonly enterprise?: string;
  readonly post?: string;
  /** Place in the demand's list, where it is to be told: an explanation holds none. */
  readonly place?: { readonly rank: number; readonly of: number };
  /** Whom to tell of wrong facts; it also signs. */
  readonly office?: string;
  /** Date as it is to be written. */
  readonly date?: string;
  /** Names of codes, as in `criteria.labels`. Default: codes stand for themselves. */
  readonly labels?: Labels;
}

/**
 * A plain letter to a person about an automated comparison (决定说明函): what was asked, what was known of them and what was not, how each point counted, each
 * hard requirement's verdict, what was not used, that people decide, and how to correct a fact.
 *
 * It is built from the explanation and the options alone: no figure or fact in it comes from elsewhere. It is text, nothing is escaped; control characters
 * of names and labels are taken out.
 * @returns paragraphs and lists as lines, ending in a line feed
 * @throws GuiyanError `invalid-argument` for an explanation that does not add up; `invalid-option`, also for the place of somebody who is no candidate;
 *   `unknown-option`
 * @complexity O(requirements × values)
 * @source Personal Information Protection Law of the PRC (2021), art. 24: explanation of automated decisions on request
 * @example
 * const demand = { id: "d1", requirements: [{ dimension: "degree", kind: "soft" as const, values: ["master"] }] };
 * const letter = letterTo(explain({ id: "t1", degree: "bachelor" }, demand), { lang: "en", addressee: "Ms Li" });
 * console.log(letter.split("\n").find((line) => line.includes("yours"))); // → - degree: yours is "bachelor", asked is "master"; one step short; 65 of 100 points
 */
export function letterTo(explanation: Explanation, options: LetterOptions): string {
  const place = "letterTo";
  checkOptions(place, options, ["lang", "addressee", "enterprise", "post", "place", "office", "date", "labels"]);
  const lang = checkOneOf(place, "lang", options?.lang, LANGS);
  checkExplanation(place, "explanation", explanation);
  const named = checkTexts(options);
  const words = LETTER_WORDS[lang];
  const labels = options.labels ?? (() => undefined);
  const name = (dimension: Dimension, code: string) => plainText(codeName(labels, dimension, code, lang));
  const [id, demandId] = [plainText(explanation.id), plainText(explanation.demandId)];
  const { contributions, rules } = explanation;
  const { known, unknown } = factLines(explanation, words, lang, name);
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`);
  const blocks: (readonly string[])[] = [
    [words.heading],
    [words.greeting(named.addressee)],
    [words.opening({ enterprise: named.enterprise, post: named.post, id: demandId })],
    [words.result, ...resultLines(explanation, checkPlace(options.place, explanation), words)],
    [
      words.asked,
      ...list([...contributions.map((c) => softLine(c, words, lang, name)), ...rules.map((r) => ruleLine(r, words, lang, name))]),
    ],
    ...(known.length === 0 ? [] : [[words.known, ...list(known)]]),
    ...(unknown.length === 0 ? [] : [[words.notKnown, ...list(unknown)]]),
    [words.counted, ...list(contributions.map((c) => countedLine(c, words, lang, name)))],
    [words.verdicts, ...(rules.length === 0 ? [words.noRules] : list(rules.map((r) => verdictLine(r, explanation, words, lang, name))))],
    [words.unused, words.unusedText],
    [words.decision, words.decisionText],
    [words.correction, words.correctionText(named.office, id, demandId)],
  ];
  const signature = [named.office, named.date].filter((line) => line !== undefined);
  if (signature.length > 0) blocks.push(signature);
  return `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
}

/** Name of a code, fit to be printed. */
type Naming = (dimension: Dimension, code: string) => string;

function resultLines(explanation: Explanation, place: LetterOptions["place"], words: LetterWords): string[] {
  const { candidate, toVerify, rules, points, low, high, contributions } = explanation;
  const full = contributions.reduce((sum, { weight }) => sum + weight * 1000, 0);
  const admission = toVerify ? words.admittedToVerify : rules.length === 0 ? words.admittedWithoutRules : words.admitted;
  return [
    candidate ? admission : words.refused,
    words.points(markText(points), markText(full)),
    ...(low === high ? [] : [words.interval(markText(low), markText(high))]),
    ...(place === undefined ? [] : [words.place(place.rank, place.of)]),
  ];
}

/** What is asked, in words: a level is the least that is asked, what is excluded is told as such. */
function askedText({ dimension, asked, kind }: Asked, words: LetterWords, name: Naming): string {
  const named = asked.map((code) => name(dimension, code));
  if (kind === "exclude") return words.noneOf(named.join(words.separator));
  return named.map((code) => (dimension === "degree" || dimension === "title" ? words.orAbove(code) : code)).join(words.separator);
}

interface Asked {
  readonly dimension: Dimension;
  readonly asked: readonly string[];
  readonly kind?: RuleVerdict["kind"];
}

function softLine(contribution: Contribution, words: LetterWords, lang: Lang, name: Naming): string {
  if (contribution.requirement === undefined) return NO_SOFT_REQUIREMENT[lang];
  const { dimension, basis, weight } = contribution;
  return words.soft(subjectName(dimension, basis, lang), askedText(contribution, words, name), markText(weight * 1000));
}

function ruleLine(rule: RuleVerdict, words: LetterWords, lang: Lang, name: Naming): string {
  return words.rule(subjectName(rule.dimension, rule.basis, lang), askedText(rule, words, name), ruleKindName(rule.kind, lang));
}

function countedLine(contribution: Contribution, words: LetterWords, lang: Lang, name: Naming): string {
  const { requirement, dimension, basis, weight, points, low, high, best, relation } = contribution;
  const [mark, full] = [markText(points), markText(weight * 1000)];
  if (requirement === undefined) return NO_SOFT_REQUIREMENT[lang];
  const subject = subjectName(dimension, basis, lang);
  const interval = low === high ? "" : words.between(markText(low), markText(high));
  const gained = (relation === "unknown" ? words.gainedUnknown(mark, full) : words.gained(mark, full)) + interval;
  const how = relationName(relation, lang);
  if (best === undefined) return words.uncompared(subject, how, gained);
  return words.compared(subject, name(dimension, best.held), name(dimension, best.asked), how, gained);
}

function verdictLine(rule: RuleVerdict, { failed }: Explanation, words: LetterWords, lang: Lang, name: Naming): string {
  const { requirement, dimension, basis, kind, verdict } = rule;
  const line = words.verdict(
    subjectName(dimension, basis, lang),
    askedText(rule, words, name),
    ruleKindName(kind, lang),
    verdictName(verdict, lang),
  );
  return verdict === "unknown" && failed.includes(requirement) ? line + words.refusedUnknown : line;
}

/** What was known of the person and what was not, each once. */
function factLines(
  { contributions, rules }: Explanation,
  words: LetterWords,
  lang: Lang,
  name: Naming,
): { known: string[]; unknown: string[] } {
  const known = new Set<string>();
  const unknown = new Set<string>();
  const tell = (subject: string, dimension: Dimension, held: readonly string[] | undefined, open: boolean) => {
    if (held === undefined) unknown.add(subject);
    else {
      known.add(words.holds(subject, held.map((code) => name(dimension, code)).join(words.separator) || words.nothing));
      if (open) unknown.add(words.notFully(subject));
    }
  };
  for (const { requirement, dimension, basis, held, low, high } of contributions)
    if (requirement !== undefined) tell(subjectName(dimension, basis, lang), dimension, held, low !== high);
  for (const { dimension, basis, held, verdict } of rules)
    tell(subjectName(dimension, basis, lang), dimension, held, verdict === "unknown");
  return { known: [...known], unknown: [...unknown] };
}

const TEXTS = ["addressee", "enterprise", "post", "office", "date"] as const;

/** The texts of the options, fit to be printed; those that show nothing are left out. */
function checkTexts(options: LetterOptions): { readonly [text in (typeof TEXTS)[number]]?: string } {
  const entries = TEXTS.flatMap((option) => {
    const text: unknown = options[option];
    if (text === undefined) return [];
    if (typeof text !== "string") throw new GuiyanError("invalid-option", `letterTo: expected ${option} to be text`, { path: [option] });
    const plain = plainText(text);
    return plain === "" ? [] : [[option, plain] as const];
  });
  return Object.fromEntries(entries);
}

function checkPlace(place: LetterOptions["place"], { candidate }: Explanation): LetterOptions["place"] {
  if (place === undefined) return undefined;
  checkOptions("letterTo: place", place, ["rank", "of"]);
  const of = checkInteger("letterTo", "place.of", place.of, { min: 1 });
  const rank = checkInteger("letterTo", "place.rank", place.rank, { min: 1, max: of });
  if (!candidate)
    throw new GuiyanError("invalid-option", "letterTo: expected no place for a talent who is no candidate", { path: ["place"] });
  return { rank, of };
}
