import fc from "fast-check";
import type { Demand, Requirement, Talent } from "../../src/model/index.js";
import { seededRandom } from "../../src/numeric/index.js";
import { DEGREE_LEVELS, TITLE_GRADES } from "../../src/taxonomy/index.js";

/** Counties of one prefecture, of one province, of a municipality, directly under a province, undivided, coarse, and abroad. */
const REGION_POOL = [
  "410923",
  "410922",
  "410900",
  "410105",
  "410100",
  "410000",
  "419001",
  "310115",
  "310104",
  "310000",
  "120101",
  "441900",
  "810000",
  "USA",
  "CHN",
];
/** Programmes, disciplines and categories, cross-category codes among them. */
const FIELD_POOL = [
  "083201",
  "083202",
  "0832",
  "082203",
  "0822",
  "08",
  "080502",
  "0773",
  "077301",
  "0972",
  "120201",
  "1202",
  "12",
  "140100",
];

/** Ids that sort differently by code point and by UTF-16 unit, and plain ones. */
const idArbitrary = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,4}$/),
  fc.constantFrom("𠮷一", "ﬀ", "\uff5e", "😀", "丁", "\ue000", "𠀀"),
  fc.tuple(fc.constantFrom("𠮷", "丁", "ﾟ", "a"), fc.nat(30)).map(([a, b]) => a + b),
);

/** Leaves a member out where the value is undefined: a missing member is an unknown fact. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 5 });

export const talentArbitrary: fc.Arbitrary<Talent> = fc
  .record({
    id: idArbitrary,
    residence: maybe(fc.constantFrom(...REGION_POOL)),
    hometown: maybe(fc.constantFrom(...REGION_POOL)),
    fields: maybe(fc.uniqueArray(fc.constantFrom(...FIELD_POOL), { maxLength: 3 })),
    degree: maybe(fc.constantFrom(...DEGREE_LEVELS)),
    title: maybe(fc.record({ grade: fc.constantFrom(...TITLE_GRADES) })),
    facts: maybe(fc.record({ language: fc.uniqueArray(fc.constantFrom("en", "de", "ja"), { maxLength: 2 }) })),
  })
  .map(compact);

export const talentsArbitrary = (maxLength = 25): fc.Arbitrary<Talent[]> =>
  fc.uniqueArray(talentArbitrary, { maxLength, selector: (talent) => talent.id });

const weightArbitrary = maybe(fc.oneof(fc.nat(1000), fc.constant(0), fc.double({ min: 0, max: 10, noNaN: true })));

const treeRequirement = (dimension: string, pool: readonly string[]): fc.Arbitrary<Requirement> =>
  fc
    .record({
      dimension: fc.constant(dimension),
      kind: fc.constantFrom("soft" as const, "soft" as const, "hard" as const, "exclude" as const, "ignore" as const),
      values: fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 3 }),
      weight: weightArbitrary,
      mode: maybe(fc.constantFrom("any" as const, "all" as const)),
      basis:
        dimension === "region"
          ? maybe(fc.constantFrom("residence" as const, "hometown" as const, "either" as const))
          : fc.constant(undefined),
    })
    .map(compact);

const ladderRequirement = (dimension: string, levels: readonly string[]): fc.Arbitrary<Requirement> =>
  fc
    .record({
      dimension: fc.constant(dimension),
      kind: fc.constantFrom("soft" as const, "soft" as const, "hard" as const, "exclude" as const),
      values: fc.constantFrom(...levels).map((level) => [level]),
      weight: weightArbitrary,
    })
    .map(compact);

/** A requirement of one of the four dimensions. */
export const requirementArbitrary: fc.Arbitrary<Requirement> = fc.oneof(
  treeRequirement("region", REGION_POOL),
  treeRequirement("field", FIELD_POOL),
  ladderRequirement("degree", DEGREE_LEVELS),
  ladderRequirement("title", TITLE_GRADES),
);

export const demandArbitrary: fc.Arbitrary<Demand> = fc
  .record({
    id: fc.constant("d"),
    unknown: maybe(fc.nat(1000)),
    unknownHard: maybe(fc.constantFrom("keep" as const, "reject" as const)),
    requirements: fc.array(requirementArbitrary, { maxLength: 6 }),
  })
  .map(compact);

/** The same with a dimension of the caller's own, `language`, over `facts.language`. */
export const languageDemandArbitrary: fc.Arbitrary<Demand> = fc
  .tuple(demandArbitrary, treeRequirement("language", ["en", "de", "fr"]))
  .map(([demand, language]) => ({ ...demand, requirements: [...demand.requirements, language] }));

/** A crowd of one seed: many talents over few codes, a good part of their facts unknown. */
export const crowdArbitrary = (size: number): fc.Arbitrary<Talent[]> =>
  fc
    .tuple(fc.integer(), fc.integer({ min: 1, max: REGION_POOL.length }), fc.integer({ min: 1, max: FIELD_POOL.length }))
    .map(([seed, places, fields]) => {
      const random = seededRandom(seed);
      const one = <T>(pool: readonly T[], n = pool.length): T | undefined => (random() < 0.15 ? undefined : pool[Math.floor(random() * n)]);
      const some = (): string[] | undefined => {
        const held = Array.from({ length: Math.floor(random() * 4) }, () => FIELD_POOL[Math.floor(random() * fields)] as string);
        return random() < 0.15 ? undefined : [...new Set(held)];
      };
      return Array.from({ length: size }, (_, i) => {
        const grade = one(TITLE_GRADES);
        return compact({
          id: `${Math.floor(random() * 1000)}-${i}`,
          residence: one(REGION_POOL, places),
          hometown: one(REGION_POOL, places),
          fields: some(),
          degree: one(DEGREE_LEVELS),
          title: grade && { grade },
        });
      });
    });

/** Demands whose weights are few and round, so that points tie across levels of closeness. */
export const roundDemandArbitrary: fc.Arbitrary<Demand> = demandArbitrary.chain((demand) =>
  fc.array(fc.constantFrom(0, 1, 1, 2), { minLength: 6, maxLength: 6 }).map((weights) => ({
    ...demand,
    requirements: demand.requirements.map((requirement, i) => ({ ...requirement, weight: weights[i] as number })),
  })),
);

/** Freezes a value with all that hangs on it, so that a function that writes to its input throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
