/**
 * A second, slow and literal reading of the scoring rules that shares no code with src: whole-list operations, string codes, no plan.
 * It covers the four dimensions with default criteria.
 */
import type { Demand, Requirement, Talent } from "../../src/model/index.js";

const DEGREES = ["none", "associate", "bachelor", "master", "doctor"];
const GRADES = ["none", "elementary", "intermediate", "associate-senior", "senior"];
const WEIGHTS: Record<string, number> = { field: 400, title: 250, degree: 150, region: 200 };
const LEAVES = ["441900", "442000", "460400", "620200", "710000", "810000", "820000"];
const HOME: Record<string, string> = { "0773": "0805", "0972": "0832" };

function placeLevels(code: string): Map<string, string> {
  const levels = new Map<string, string>();
  if (/^[A-Z]{3}$/.test(code)) return levels.set(code, "country");
  const level = LEAVES.includes(code) ? "county" : code.endsWith("0000") ? "province" : code.endsWith("00") ? "prefecture" : "county";
  levels.set(code, level);
  const direct = ["11", "12", "31", "50"].includes(code.slice(0, 2)) || code.slice(2, 4) === "90" || code.slice(2, 4) === "00";
  if (!direct && !code.endsWith("00")) levels.set(`${code.slice(0, 4)}00`, "prefecture");
  if (!code.endsWith("0000")) levels.set(`${code.slice(0, 2)}0000`, "province");
  return levels.set("CHN", "country");
}

function placeNearness(a: string, b: string): number {
  const shared = [...placeLevels(a).keys()].filter((code) => placeLevels(b).has(code)).map((code) => placeLevels(a).get(code));
  return Math.max(0, ...shared.map((level) => ({ county: 1000, prefecture: 800, province: 600, country: 200 })[level as "county"]));
}

const folded = (code: string) => (HOME[code.slice(0, 4)] ?? code.slice(0, 4)) + code.slice(4);
function fieldNearness(a: string, b: string): number {
  const [x, y] = [folded(a), folded(b)];
  if (x === y) return 1000;
  if (x.length >= 4 && y.length >= 4 && x.slice(0, 4) === y.slice(0, 4)) return 700;
  return x.slice(0, 2) === y.slice(0, 2) ? 400 : 0;
}

/** Codes held, with `undefined` in the list for a part that is unknown. */
function held(talent: Talent, r: Requirement): (string | undefined)[] {
  if (r.dimension === "field") return talent.fields === undefined ? [undefined] : [...talent.fields];
  if (r.dimension === "degree") return [talent.degree];
  if (r.dimension === "title") return [talent.title?.grade];
  const basis = r.basis ?? "residence";
  return basis === "either" ? [talent.residence, talent.hometown] : [talent[basis]];
}

function nearness(r: Requirement, have: string, asked: string): number {
  if (r.dimension === "region") return placeNearness(have, asked);
  if (r.dimension === "field") return fieldNearness(have, asked);
  const [ladder, step] = r.dimension === "degree" ? [DEGREES, 350] : [GRADES, 300];
  return Math.max(0, 1000 - step * Math.max(0, ladder.indexOf(asked) - ladder.indexOf(have)));
}

function similarity(talent: Talent, r: Requirement, unknown: number): number {
  const parts = r.values.map((asked) =>
    Math.max(0, ...held(talent, r).map((have) => (have === undefined ? unknown : nearness(r, have, asked)))),
  );
  if (r.mode !== "all") return Math.max(...parts);
  const mean = parts.reduce((a, b) => a + b, 0) / parts.length;
  return Math.floor(mean + 0.5);
}

function test(talent: Talent, r: Requirement): boolean | undefined {
  const one = (asked: string): boolean | undefined => {
    const answers = held(talent, r).map((have) => {
      if (have === undefined) return undefined;
      if (r.dimension === "degree" || r.dimension === "title") {
        const ladder = r.dimension === "degree" ? DEGREES : GRADES;
        return r.kind === "exclude" ? have === asked : ladder.indexOf(have) >= ladder.indexOf(asked);
      }
      const within =
        r.dimension === "region"
          ? (a: string, b: string) => placeLevels(a).has(b)
          : (a: string, b: string) => folded(a).startsWith(folded(b));
      return within(have, asked) ? true : within(asked, have) ? undefined : false;
    });
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  };
  const answers = r.values.map(one);
  if (r.mode === "all") return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function weightsOf(soft: readonly Requirement[]): number[] {
  const bare = (dimension: string) => soft.filter((r) => r.dimension === dimension && r.weight === undefined).length;
  const raw = soft.map((r) => r.weight ?? (WEIGHTS[r.dimension] ?? 0) / bare(r.dimension));
  const sum = raw.reduce((a, b) => a + b, 0);
  if (sum === 1000 && raw.every(Number.isInteger)) return raw;
  if (sum === 0) return raw.map(() => 0);
  const floors = raw.map((w) => Math.floor((1000 * w) / sum));
  const order = raw.map((w, i) => ({ i, rest: (1000 * w) / sum - (floors[i] as number) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let left = 1000 - floors.reduce((a, b) => a + b, 0), j = 0; left > 0; left--, j++)
    (floors[(order[j] as { i: number }).i] as number)++;
  return floors;
}

/** The literal score, with the weights optionally given so that rounding of odd weights is tested elsewhere. */
export function naiveScore(talent: Talent, demand: Demand, weights?: readonly number[]) {
  const soft = demand.requirements.filter((r) => r.kind === "soft");
  const w = weights ?? weightsOf(soft);
  const total = (unknown: number) =>
    w.some((x) => x > 0) ? soft.reduce((sum, r, i) => sum + (w[i] as number) * similarity(talent, r, unknown), 0) : 1_000_000;
  let candidate = true;
  let toVerify = false;
  for (const r of demand.requirements) {
    if (r.kind !== "hard" && r.kind !== "exclude") continue;
    const answer = test(talent, r);
    if (answer === undefined) toVerify = true;
    if (answer === undefined ? demand.unknownHard === "reject" : answer === (r.kind === "exclude")) candidate = false;
  }
  return { id: talent.id, points: total(demand.unknown ?? 500), low: total(0), high: total(1000), candidate, toVerify };
}
