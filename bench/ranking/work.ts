import { DEGREE_LEVELS, type Demand, fields, type Requirement, regions, seededRandom, type Talent, TITLE_GRADES } from "guiyan";
import type { TalentColumns } from "guiyan/ranking";

/** A county (区县) with the units above it; where there is no prefecture between it and its province, `prefecture` is the county itself. */
export interface Place {
  readonly county: string;
  readonly prefecture: string;
  readonly province: string;
}

/** What a demand of the bench asks (需求), once as the library reads it and once spelled out for the hand-made ways. */
export interface Asked {
  readonly demand: Demand;
  readonly place: Place;
  readonly fields: readonly string[];
  /** Ranks on the two ladders. */
  readonly degree: number;
  readonly title: number;
  /** Integers that sum to 1000. */
  readonly weights: { readonly region: number; readonly field: number; readonly degree: number; readonly title: number };
  /** Hard rules: inside the place's province, at least the degree, at least the title. */
  readonly hard: { readonly region: boolean; readonly degree: boolean; readonly title: boolean };
}

/** A synthetic registry as columns (列式名册); the four facts that demands ask for have one each. */
export type WorkColumns = { readonly [Name in "ids" | "residence" | "fields" | "degree" | "title"]: NonNullable<TalentColumns[Name]> };

const UNKNOWN = { residence: 0.05, fields: 0.05, degree: 0.05, title: 0.1 };
const DEGREE_SHARES = [4, 22, 40, 24, 10];
const TITLE_SHARES = [30, 28, 24, 13, 5];
const FIELD_COUNT_SHARES = [40, 32, 18, 10];
/** Exponent of the popularity of places and fields: the r-th most frequent has a share of r^-0.8. */
const ZIPF = 0.8;
const POPULARITY_SEED = 90210;

/** Counties of the region tree and the units above them. */
const counties: readonly Place[] = regions
  .leaves()
  .filter((code) => code.length === 6)
  .map((county) => {
    const above = regions.ancestors(county).filter((code) => code.length === 6);
    return { county, prefecture: (above.length === 2 ? above[0] : undefined) ?? county, province: above.at(-1) ?? county };
  });

/** Programmes (二级学科) with a number of their own, in their home category; codes 70 to 89 of a category are of disciplines at home elsewhere. */
const programmes: readonly string[] = fields.leaves().filter((code) => /^\d{6}$/.test(code) && Number(code.slice(2, 4)) < 70);

/** Draws a position by its weight: one uniform number in, one position out. */
function drawerOf(weights: readonly number[]): (uniform: number) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const ends = Float64Array.from(weights, (weight) => {
    sum += weight;
    return sum / total;
  });
  return (uniform) => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > uniform) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Zipf-like weights over `size` things in an order of their own. */
function zipfWeights(size: number, random: () => number): number[] {
  return Array.from({ length: size }, () => random())
    .map((key, place) => ({ key, place }))
    .sort((a, b) => a.key - b.key)
    .map(({ place }) => (place + 1) ** -ZIPF);
}

const popularity = seededRandom(POPULARITY_SEED);
const drawCounty = drawerOf(zipfWeights(counties.length, popularity));
const drawProgramme = drawerOf(zipfWeights(programmes.length, popularity));
const drawDegree = drawerOf(DEGREE_SHARES);
const drawTitle = drawerOf(TITLE_SHARES);
const drawFieldCount = drawerOf(FIELD_COUNT_SHARES);

/** Id of the talent at a position; ascending, as a registry's numbers are. */
const idAt = (position: number) => `t${String(position).padStart(8, "0")}`;

/**
 * A seeded registry (合成名册): places and programmes of zipf-like frequency, one to four fields, some 5 % of the facts unknown.
 * A shorter registry of the same seed is the beginning of a longer one.
 */
export function makeColumns(size: number, seed: number): WorkColumns {
  const random = seededRandom(seed);
  const residence = new Uint16Array(size);
  const degree = new Uint8Array(size);
  const title = new Uint8Array(size);
  const offsets = new Uint32Array(size + 1);
  const held = new Uint16Array(4 * size);
  let end = 0;
  for (let i = 0; i < size; i++) {
    if (random() >= UNKNOWN.residence) residence[i] = 1 + drawCounty(random());
    if (random() >= UNKNOWN.degree) degree[i] = 1 + drawDegree(random());
    if (random() >= UNKNOWN.title) title[i] = 1 + drawTitle(random());
    const start = end;
    if (random() < UNKNOWN.fields) held[end++] = 0;
    else {
      for (let left = 1 + drawFieldCount(random()); left > 0; left--) {
        const number = 1 + drawProgramme(random());
        if (!held.subarray(start, end).includes(number)) held[end++] = number;
      }
    }
    offsets[i + 1] = end;
  }
  return {
    ids: Array.from({ length: size }, (_, i) => idAt(i)),
    residence: { codes: counties.map(({ county }) => county), values: residence },
    degree: { codes: DEGREE_LEVELS, values: degree },
    title: { codes: TITLE_GRADES, values: title },
    fields: { codes: programmes, values: held.slice(0, end), offsets },
  };
}

/** The place of a number in the column of residences. */
export function placeOf(number: number): Place | undefined {
  return counties[number - 1];
}

/** Codes of the fields of one talent of the columns; undefined where unknown. */
export function fieldsAt({ fields: { codes, values, offsets } }: WorkColumns, position: number): string[] | undefined {
  const numbers = Array.from(
    { length: (offsets[position + 1] ?? 0) - (offsets[position] ?? 0) },
    (_, j) => values[(offsets[position] ?? 0) + j] ?? 0,
  );
  return numbers[0] === 0 ? undefined : numbers.map((number) => codes[number - 1] ?? "");
}

/** The talent at a position of the columns as a record (人才记录). */
export function talentAt(columns: WorkColumns, position: number): Talent {
  const place = placeOf(columns.residence.values[position] ?? 0);
  const held = fieldsAt(columns, position);
  const degree = DEGREE_LEVELS[(columns.degree.values[position] ?? 0) - 1];
  const grade = TITLE_GRADES[(columns.title.values[position] ?? 0) - 1];
  return {
    id: columns.ids[position] ?? "",
    ...(place ? { residence: place.county } : {}),
    ...(held ? { fields: held } : {}),
    ...(degree ? { degree } : {}),
    ...(grade ? { title: { grade } } : {}),
  };
}

/** Four integer weights that sum to 1000, none a round number by design. */
function drawWeights(random: () => number): Asked["weights"] {
  const wishes = { region: 0.5 + random(), degree: 0.3 + random(), title: 0.2 + 0.8 * random(), field: 0.7 + 1.3 * random() };
  const sum = wishes.region + wishes.degree + wishes.title + wishes.field;
  const share = (wish: number) => Math.max(50, Math.round((1000 * wish) / sum));
  const [region, degree, title] = [share(wishes.region), share(wishes.degree), share(wishes.title)];
  return { region, degree, title, field: 1000 - region - degree - title };
}

/** Seeded demands (合成需求): four soft requirements each, and a hard rule or two in about a quarter of them. */
export function makeDemands(count: number, seed: number): Asked[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const place = counties[drawCounty(random())] as Place;
    const wanted = new Set(Array.from({ length: 1 + Math.floor(3 * random()) }, () => programmes[drawProgramme(random())] as string));
    const degree = 1 + Math.floor(4 * random());
    const title = Math.floor(5 * random());
    const weights = drawWeights(random);
    const rule = random();
    const hard = { region: rule < 0.1, degree: rule >= 0.07 && rule < 0.19, title: rule >= 0.19 && rule < 0.26 };
    const level = { degree: DEGREE_LEVELS[degree] ?? "", title: TITLE_GRADES[title] ?? "" };
    const requirements: Requirement[] = [
      { dimension: "region", kind: "soft", values: [place.county], weight: weights.region },
      { dimension: "field", kind: "soft", values: [...wanted], weight: weights.field },
      { dimension: "degree", kind: "soft", values: [level.degree], weight: weights.degree },
      { dimension: "title", kind: "soft", values: [level.title], weight: weights.title },
    ];
    if (hard.region) requirements.push({ dimension: "region", kind: "hard", values: [place.province] });
    if (hard.degree) requirements.push({ dimension: "degree", kind: "hard", values: [level.degree] });
    if (hard.title) requirements.push({ dimension: "title", kind: "hard", values: [level.title] });
    return { demand: { id: `d${i}`, requirements }, place, fields: [...wanted], degree, title, weights, hard };
  });
}
