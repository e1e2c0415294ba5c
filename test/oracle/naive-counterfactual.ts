/**
 * The least change of facts by trying every allowed change over wide pools of codes: slow and obvious. It scores with the literal reading of the rules and
 * shares no code with src. The four dimensions, default criteria.
 */
import type { Demand, Talent } from "../../src/model/index.js";
import { naiveScore } from "./naive-score.js";

const DEGREES = ["none", "associate", "bachelor", "master", "doctor"] as const;
const GRADES = ["none", "elementary", "intermediate", "associate-senior", "senior"] as const;

/** One way in which one fact may differ. */
interface NaiveOption {
  readonly touches: number;
  readonly steps: number;
  readonly changed: number;
  readonly apply: (talent: Talent) => Talent;
}

/** What the least change costs: what is touched, levels risen, known facts changed, and the points that it reaches. */
export interface NaiveLeast {
  readonly touches: number;
  readonly steps: number;
  readonly changed: number;
  readonly points: number;
}

/** Codes that unknown facts are tried with. */
export interface NaivePools {
  readonly regions: readonly string[];
  readonly fields: readonly string[];
}

function subsets<T>(items: readonly T[], most: number): T[][] {
  const sets: T[][] = [[]];
  for (const item of items) sets.push(...sets.filter((set) => set.length < most).map((set) => [...set, item]));
  return sets;
}

function optionsByFact(talent: Talent, demand: Demand, pools: NaivePools, most: number): NaiveOption[][] {
  const looked = demand.requirements.filter(({ kind }) => kind !== "ignore");
  const asking = looked.filter(({ kind }) => kind !== "exclude");
  const valuesOf = (dimension: string, places?: readonly string[]) => [
    ...new Set(
      asking.filter((r) => r.dimension === dimension && (!places || places.includes(r.basis ?? "residence"))).flatMap((r) => r.values),
    ),
  ];
  const learn = (values: readonly NaiveOption["apply"][]) => values.map((apply) => ({ touches: 1, steps: 0, changed: 0, apply }));
  const all: NaiveOption[][] = [];
  const { degree, title, fields } = talent;
  all.push(
    degree === undefined
      ? learn(DEGREES.map((level) => (t) => ({ ...t, degree: level })))
      : DEGREES.slice(DEGREES.indexOf(degree) + 1).map((level, i) => ({
          touches: 1,
          steps: i + 1,
          changed: 1,
          apply: (t) => ({ ...t, degree: level }),
        })),
  );
  all.push(
    title === undefined
      ? learn(GRADES.map((grade) => (t) => ({ ...t, title: { grade } })))
      : GRADES.slice(GRADES.indexOf(title.grade) + 1).map((grade, i) => ({
          touches: 1,
          steps: i + 1,
          changed: 1,
          apply: (t) => ({ ...t, title: { grade } }),
        })),
  );
  const gains =
    fields === undefined
      ? subsets(pools.fields, most)
      : subsets(
          valuesOf("field").filter((code) => !fields.includes(code)),
          most,
        );
  all.push(
    gains
      .filter((set) => fields === undefined || set.length > 0)
      .map((set) => ({
        touches: Math.max(1, set.length),
        steps: 0,
        changed: fields === undefined ? 0 : 1,
        apply: (t) => ({ ...t, fields: [...(fields ?? []), ...set] }),
      })),
  );
  all.push(
    talent.residence === undefined
      ? learn(pools.regions.map((residence) => (t) => ({ ...t, residence })))
      : valuesOf("region", ["residence", "either"]).map((residence) => ({
          touches: 1,
          steps: 0,
          changed: 1,
          apply: (t) => ({ ...t, residence }),
        })),
  );
  all.push(talent.hometown === undefined ? learn(pools.regions.map((hometown) => (t) => ({ ...t, hometown }))) : []);
  return all;
}

/** The combinations of options that touch exactly so many facts. */
function combine(all: readonly (readonly NaiveOption[])[], touches: number): NaiveOption[][] {
  const [first, ...rest] = all;
  if (first === undefined) return touches === 0 ? [[]] : [];
  const without = combine(rest, touches);
  const within = new Map<number, NaiveOption[][]>();
  return [
    ...without,
    ...first.flatMap((option) => {
      if (option.touches > touches) return [];
      const left = touches - option.touches;
      const others = within.get(left) ?? combine(rest, left);
      within.set(left, others);
      return others.map((chosen) => [option, ...chosen]);
    }),
  ];
}

/**
 * The cheapest change that makes a talent precede a bar, among those that touch at most `most` facts.
 * @returns the cheapest, `undefined` where none does, and how many changes were tried
 */
export function naiveLeastChange(
  talent: Talent,
  demand: Demand,
  enters: (score: { id: string; points: number; candidate: boolean }) => boolean,
  pools: NaivePools,
  most: number,
): { readonly least: NaiveLeast | undefined; readonly tried: number } {
  const all = optionsByFact(talent, demand, pools, most);
  let tried = 0;
  for (let touches = 1; touches <= most; touches++) {
    let least: NaiveLeast | undefined;
    for (const chosen of combine(all, touches)) {
      tried++;
      const score = naiveScore(
        chosen.reduce((t, { apply }) => apply(t), talent),
        demand,
      );
      if (!enters(score)) continue;
      const sum = (pick: "steps" | "changed") => chosen.reduce((total, option) => total + option[pick], 0);
      const found = { touches, steps: sum("steps"), changed: sum("changed"), points: score.points };
      const order = least === undefined ? -1 : found.steps - least.steps || found.changed - least.changed || least.points - found.points;
      if (order < 0) least = found;
    }
    if (least !== undefined) return { least, tried };
  }
  return { least: undefined, tried };
}
