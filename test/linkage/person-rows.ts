import { seededRandom } from "../../src/numeric/index.js";
import {
  GIVEN_NAMES,
  HEARD_ALIKE,
  HOUSE_KINDS,
  KEYS,
  PLACE_PARTS,
  SEEN_ALIKE,
  STATES,
  STREET_KINDS,
  SURNAME_PARTS,
  SURNAMES,
} from "./person-words.js";

/** Members of a row that tell something of a person. */
const PERSON_FIELDS = [
  "given_name",
  "surname",
  "street_number",
  "address_1",
  "address_2",
  "suburb",
  "postcode",
  "state",
  "date_of_birth",
  "soc_sec_id",
] as const;
type PersonField = (typeof PERSON_FIELDS)[number];

/** A row with an opaque id; a member that is not told is absent. */
export type PersonRow = { readonly id: string } & { [field in PersonField]?: string };

/** Rows, and who is who. */
export interface PersonRows {
  readonly rows: readonly PersonRow[];
  /** Number of the person of each row, by id. */
  readonly person: ReadonlyMap<string, number>;
}

export interface PersonRowsOptions {
  readonly seed: number;
  /** People, each with one row as it should be. */
  readonly people: number;
  /** Further rows, made of a person's first with errors. */
  readonly copies: number;
  /** Further rows of one person at most. Default 1. */
  readonly mostCopies?: number;
  /** How many further rows those have who have any. Default uniform. */
  readonly spread?: "uniform" | "poisson" | "zipf";
  /** Errors in one field at most. Default 2. */
  readonly fieldErrors?: number;
  /** Errors in one row at most. Default 4. */
  readonly rowErrors?: number;
  /** Errors in one row at least. Default 1. */
  readonly leastErrors?: number;
  /** Share of rows that do not tell a field, whatever else has happened to it. */
  readonly untold?: { readonly [field in PersonField]?: number };
  /** Share of people who live with up to four others of their surname. Default 0. */
  readonly families?: number;
  /** Share of those in families who were born on the same day as the one before. Default 0. */
  readonly twins?: number;
  /** Whether a suburb has one postcode and lies in one state. Default false: each is drawn by itself. */
  readonly places?: boolean;
  /** Share of the errors in names and places that are misheard or misread letters. Default 0.25. */
  readonly alike?: number;
}

type Draw = () => number;
type Facts = { [field in PersonField]?: string };
type ErrorKind = "letter" | "other" | "emptied" | "words";

/** How often a field is hit, and how often it then has a wrong letter, another value, none, or words split, joined or exchanged. */
const ERRORS: readonly (readonly [field: PersonField, hit: number, letter: number, other: number, emptied: number, words: number])[] = [
  ["given_name", 13, 62, 25, 10, 3],
  ["surname", 14, 72, 21, 4, 3],
  ["street_number", 8, 62, 16, 22, 0],
  ["address_1", 18, 53, 7, 7, 33],
  ["address_2", 22, 45, 4, 24, 27],
  ["suburb", 12, 64, 20, 5, 11],
  ["postcode", 7.5, 95, 5, 0, 0],
  ["state", 2.5, 50, 25, 25, 0],
  ["date_of_birth", 4.2, 32, 43, 25, 0],
  ["soc_sec_id", 4.2, 56, 44, 0, 0],
];
const KINDS: readonly ErrorKind[] = ["letter", "other", "emptied", "words"];
/** Fields whose values are all of one length: nothing is lost or added. */
const OF_ONE_LENGTH: ReadonlySet<PersonField> = new Set(["postcode", "date_of_birth", "soc_sec_id"]);
/** Share of the copies in which two fields are exchanged. */
const EXCHANGES: readonly (readonly [PersonField, PersonField, number])[] = [
  ["given_name", "surname", 0.065],
  ["address_1", "address_2", 0.045],
];
/** Share of people of whom a field is not told at all. */
const NEVER_TOLD: { readonly [field in PersonField]?: number } = {
  given_name: 0.025,
  surname: 0.01,
  street_number: 0.03,
  address_1: 0.02,
  address_2: 0.08,
  suburb: 0.01,
  state: 0.01,
  date_of_birth: 0.02,
};
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const FIGURES = "0123456789";
const MOST_RELATIVES = 4;

const below = (draw: Draw, end: number): number => Math.floor(draw() * end);
const pick = <V>(draw: Draw, values: readonly V[]): V => values[below(draw, values.length)] as V;
const two = (number: number): string => String(number).padStart(2, "0");

function pickWeighted<V>(draw: Draw, values: readonly (readonly [V, number])[]): V {
  let rest = draw() * values.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of values) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return (values[0] as readonly [V, number])[0];
}

/** A place in a list whose beginning is drawn more often than its end; the flatter, the less so. */
function skewed(draw: Draw, end: number, flat: number): number {
  return Math.min(end - 1, Math.floor(flat * ((1 + end / flat) ** draw() - 1)));
}

/** A place name of a number; the same number gives the same name. */
function placeName(number: number): string {
  const [sides = [], stems = [], ends = []] = PLACE_PARTS;
  const stem = `${stems[number % stems.length]}${ends[Math.floor(number / stems.length) % ends.length]}`;
  const side = Math.floor(number / (stems.length * ends.length)) % 5;
  return side > 0 || number % 7 === 0 ? `${sides[(number + side) % sides.length]} ${stem}` : stem;
}

function drawSurname(draw: Draw): string {
  if (draw() < 0.55) return SURNAMES[skewed(draw, SURNAMES.length, 6)] as string;
  return SURNAME_PARTS.map((parts) => pick(draw, parts)).join("");
}

function drawDate(draw: Draw): string {
  const month = 1 + below(draw, 12);
  const days = month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${1900 + below(draw, 100)}${two(month)}${two(1 + below(draw, days))}`;
}

/** A value of a field, drawn by itself. */
function drawValue(draw: Draw, field: PersonField): string {
  switch (field) {
    case "given_name":
      return GIVEN_NAMES[skewed(draw, GIVEN_NAMES.length, 12)] as string;
    case "surname":
      return drawSurname(draw);
    case "street_number":
      return String(1 + below(draw, draw() < 0.85 ? 100 : 400));
    case "address_1":
      return `${placeName(17 * skewed(draw, 900, 15) + 5)} ${pick(draw, STREET_KINDS)}`;
    case "address_2":
      return draw() < 0.5
        ? placeName(29 * skewed(draw, 1200, 15) + 11)
        : `${placeName(23 * skewed(draw, 700, 15) + 3)} ${pick(draw, HOUSE_KINDS)}`;
    case "suburb":
      return placeName(31 * skewed(draw, 1500, 20));
    case "postcode":
      return String(2000 + 3 * skewed(draw, 1500, 40));
    case "state":
      return pickWeighted(draw, STATES);
    case "date_of_birth":
      return drawDate(draw);
    case "soc_sec_id":
      return String(1_000_000 + below(draw, 9_000_000));
  }
}

/** A sign near another on the keyboard, or any of its kind. */
function wrongSign(draw: Draw, sign: string, signs: string): string {
  const row = KEYS.find((keys) => keys.includes(sign));
  const at = row?.indexOf(sign) ?? -1;
  const near = [row?.[at - 1], row?.[at + 1]].filter((key) => key !== undefined && signs.includes(key));
  return draw() < 0.6 && near.length > 0
    ? (pick(draw, near) as string)
    : pick(
        draw,
        [...signs].filter((other) => other !== sign),
      );
}

/** One typing error, towards the end of a text rather than at its beginning. */
function mistype(draw: Draw, text: string, signs: string, ofOneLength: boolean): string {
  const spread = draw() + draw() + draw() - 1.5;
  const at = Math.min(text.length - 1, Math.max(0, Math.round(text.length / 2 + 0.5 + spread * 2.4)));
  const kind = draw();
  if (kind < 0.12 && !ofOneLength) return text.slice(0, at) + pick(draw, [...signs]) + text.slice(at);
  if (kind < 0.3 && text.length > 1 && !ofOneLength) return text.slice(0, at) + text.slice(at + 1);
  if (kind < (ofOneLength ? 0.4 : 0.42) && at > 0)
    return text.slice(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.slice(at + 1);
  return text.slice(0, at) + wrongSign(draw, text.charAt(at), signs) + text.slice(at + 1);
}

/** A text with a group of letters exchanged for one that sounds or looks alike; the text itself where it has none. */
function mistake(draw: Draw, text: string): string {
  const pairs = draw() < 0.6 ? HEARD_ALIKE : SEEN_ALIKE;
  const fitting = pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]).filter(([from]) => text.indexOf(from, 1) > 0);
  if (fitting.length === 0) return text;
  const [from, to] = pick(draw, fitting);
  const at = text.indexOf(from, 1);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

/** A word split, two joined, or two exchanged. */
function reword(draw: Draw, text: string): string {
  const gaps = [...text].flatMap((sign, i) => (sign === " " ? [i] : []));
  const kind = draw();
  if (gaps.length === 0 || kind < 0.3) {
    const at = 1 + below(draw, Math.max(1, text.length - 1));
    return `${text.slice(0, at)} ${text.slice(at)}`.trim();
  }
  const gap = pick(draw, gaps);
  if (kind < 0.8) return text.slice(0, gap) + text.slice(gap + 1);
  return `${text.slice(gap + 1)} ${text.slice(0, gap)}`;
}

/** Spoils a field once. @returns whether anything has changed */
function spoil(draw: Draw, facts: Facts, field: PersonField, kinds: readonly (readonly [ErrorKind, number])[], alike: number): boolean {
  const before = facts[field];
  if (before === undefined) {
    // A value where none was told is rare.
    if (draw() < 0.1) facts[field] = drawValue(draw, field);
    return facts[field] !== undefined;
  }
  const kind = pickWeighted(draw, kinds);
  const figures = /^\d+$/.test(before);
  let after = before;
  if (kind === "emptied") delete facts[field];
  else {
    if (kind === "other") after = drawValue(draw, field);
    else if (kind === "words") after = reword(draw, before);
    else if (!figures && draw() < alike) after = mistake(draw, before);
    else after = mistype(draw, before, figures ? FIGURES : LETTERS, OF_ONE_LENGTH.has(field));
    after = after.trim();
    if (after !== "") facts[field] = after;
  }
  return facts[field] !== before;
}

/** A copy of a row with errors in it. */
function copyOf(draw: Draw, original: Facts, options: PersonRowsOptions): Facts {
  const facts = { ...original };
  const { fieldErrors = 2, rowErrors = 4, leastErrors = 1, alike = 0.25 } = options;
  const wanted = leastErrors + below(draw, rowErrors - leastErrors + 1);
  const hit = new Set<PersonField>();
  let done = 0;
  for (const [one, other, share] of EXCHANGES) {
    if (draw() >= share || rowErrors < 2) continue;
    const [a, b] = [facts[one], facts[other]];
    if (a === undefined || b === undefined) continue;
    [facts[one], facts[other]] = [b, a];
    done += 2;
  }
  for (let tries = 0; done < wanted && tries < 100; tries++) {
    const [field, , ...shares] = pickWeighted(
      draw,
      ERRORS.map((row) => [row, row[1]] as const),
    );
    const kinds = shares.map((share, i) => [KINDS[i] ?? "letter", share] as const);
    if (hit.has(field)) continue;
    hit.add(field);
    // One error in a field is the rule, more are the exception.
    let more = 1;
    while (more < fieldErrors && draw() < 0.25) more++;
    for (let i = 0; i < more && done < wanted; i++) if (spoil(draw, facts, field, kinds, alike)) done++;
  }
  return facts;
}

/** Numbers of copies with their weights. */
function copyCounts({ spread = "uniform", mostCopies = 1, copies, people }: PersonRowsOptions): (readonly [number, number])[] {
  const mean = 1 + copies / people;
  let [power, factorial] = [1, 1];
  return Array.from({ length: mostCopies }, (_, i) => {
    if (i > 0) [power, factorial] = [power * mean, factorial * i];
    return [i + 1, spread === "uniform" ? 1 : spread === "zipf" ? 1 / Math.sqrt(i + 1) : power / factorial] as const;
  });
}

/** People as they are, some of them in families at one address. */
function drawPeople(draw: Draw, options: PersonRowsOptions): Facts[] {
  const { people, families = 0, twins = 0, places = false } = options;
  const all: Facts[] = [];
  let relatives = 0;
  while (all.length < people) {
    const facts: Facts = {};
    for (const field of PERSON_FIELDS) if (draw() >= (NEVER_TOLD[field] ?? 0)) facts[field] = drawValue(draw, field);
    const before = all.at(-1);
    if (places) {
      const number = skewed(draw, 1200, 15);
      facts.suburb = placeName(31 * number);
      facts.postcode = String(2000 + 5 * Math.floor(number / 2));
      facts.state = STATES[number % 5]?.[0] ?? "nsw";
    }
    if (relatives > 0 && before !== undefined) {
      relatives--;
      for (const field of ["surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state"] as const) {
        const shared = before[field];
        if (shared === undefined) delete facts[field];
        else facts[field] = shared;
      }
      if (before.date_of_birth !== undefined && draw() < twins) facts.date_of_birth = before.date_of_birth;
    } else if (draw() < families / 3.5) relatives = 1 + below(draw, MOST_RELATIVES);
    all.push(facts);
  }
  return all;
}

/**
 * Synthetic English people, some of whom stand in several rows with errors: typed, misheard and misread letters, words split, joined and exchanged, fields
 * exchanged, emptied or told of somebody else, dates that cannot be.
 * @source in the manner of the published description: P. Christen, Probabilistic data generation for deduplication and data linkage, IDEAL 2005; own words,
 *   shares after the error shares of the FEBRL sets
 */
export function personRows(options: PersonRowsOptions): PersonRows {
  const draw = seededRandom(options.seed);
  const { untold = {}, copies } = options;
  const people = drawPeople(draw, options);
  const drafts: { facts: Facts; person: number }[] = people.map((facts, person) => ({ facts, person }));
  const counts = copyCounts(options);
  const used = new Set<number>();
  while (drafts.length < people.length + copies && used.size < people.length) {
    const person = below(draw, people.length);
    if (used.has(person)) continue;
    used.add(person);
    const wanted = Math.min(pickWeighted(draw, counts), people.length + copies - drafts.length);
    for (let i = 0; i < wanted; i++) drafts.push({ facts: copyOf(draw, people[person] as Facts, options), person });
  }
  for (let i = drafts.length - 1; i > 0; i--) {
    const j = below(draw, i + 1);
    [drafts[i], drafts[j]] = [drafts[j] as (typeof drafts)[number], drafts[i] as (typeof drafts)[number]];
  }
  const person = new Map<string, number>();
  const rows = drafts.map((draft, at): PersonRow => {
    const id = `r${String(at).padStart(6, "0")}`;
    person.set(id, draft.person);
    const facts = { ...draft.facts };
    for (const field of PERSON_FIELDS) if (draw() < (untold[field] ?? 0)) delete facts[field];
    return { id, ...facts };
  });
  return { rows, person };
}
