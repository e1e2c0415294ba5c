import { checkArray, checkInteger, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import { type Dimension, REGION_BASES, type RegionBasis, type Talent } from "../model/index.js";
import {
  canonicalField,
  FIELD_NEARNESS,
  type FieldNearness,
  isFieldCode,
  REGION_NEARNESS,
  type RegionNearness,
} from "../taxonomy/index.js";
import type { FieldRelations } from "./related-similarity.js";

/** Nearness of two fields that the chain catalogue declares (领域关联); it holds for everything below the two codes. */
export interface FieldRelation {
  readonly a: string;
  readonly b: string;
  /** Integer 0..1000; counts where it is higher than the tree's nearness. */
  readonly similarity: number;
}

/** A dimension of the caller's own (自定义维度). */
export interface CustomDimension {
  /** The talent's values; undefined when unknown, `[]` when known to have none. Default: `talent.facts[dimension]`. */
  readonly values?: (talent: Talent) => readonly string[] | undefined;
  /** Nearness of a held value to an asked one, an integer 0..1000. Must be pure: it is tabulated. Default: equal 1000, else 0. */
  readonly similarity?: (held: string, asked: string) => number;
}

/** How a demand is scored where the demand itself is silent (评分准则). */
export interface Criteria {
  /** Weights of unweighted soft requirements, by dimension. Default field 400, title 250, degree 150, region 200; a custom dimension 200. */
  readonly weights?: Readonly<Partial<Record<Dimension, number>>> | undefined;
  /** Similarity of an unknown fact, 0..1000. Default 500. */
  readonly unknown?: number | undefined;
  /** What a hard requirement does with a missing fact. Default `keep`. */
  readonly unknownHard?: "keep" | "reject" | undefined;
  /** Place that a region requirement looks at. Default `residence`. */
  readonly basis?: RegionBasis | undefined;
  readonly regionNearness?: RegionNearness | undefined;
  readonly fieldNearness?: FieldNearness | undefined;
  /** Loss for each missing degree step. Default 350. */
  readonly degreeStep?: number | undefined;
  /** Loss for each missing title step. Default 300. */
  readonly titleStep?: number | undefined;
  readonly fieldRelations?: readonly FieldRelation[] | undefined;
  /**
   * Least similarity by dimension, 0..1000 (最低相近度): a soft requirement then also keeps out whoever is known to be farther from what it asks (from each asked
   * value with mode `all`). An unknown fact, or one too coarse to tell, is to be verified. Default: none.
   */
  readonly atLeast?: Readonly<Partial<Record<Dimension, number>>> | undefined;
  readonly dimensions?: Readonly<Record<string, CustomDimension>> | undefined;
  /** Name of a code for sentences; codes stand for themselves where it is absent or answers undefined. */
  readonly labels?: ((dimension: Dimension, code: string, lang: "zh" | "en") => string | undefined) | undefined;
}

/** Criteria with every default filled in; made once by {@link settleCriteria} and reused for many demands. */
export interface SettledCriteria {
  readonly weights: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly unknownHard: "keep" | "reject";
  readonly basis: RegionBasis;
  readonly regionNearness: RegionNearness;
  readonly fieldNearness: FieldNearness;
  readonly degreeStep: number;
  readonly titleStep: number;
  /** Declared nearness by canonical code, both ways round. */
  readonly fieldRelations: FieldRelations;
  readonly atLeast: ReadonlyMap<string, number>;
  readonly dimensions: ReadonlyMap<string, CustomDimension>;
  readonly labels: (dimension: Dimension, code: string, lang: "zh" | "en") => string | undefined;
}

const KNOWN_OPTIONS = [
  "weights",
  "unknown",
  "unknownHard",
  "basis",
  "regionNearness",
  "fieldNearness",
  "degreeStep",
  "titleStep",
  "fieldRelations",
  "atLeast",
  "dimensions",
  "labels",
] as const;

/** Weight of an unweighted soft requirement, by dimension. */
const DEFAULT_WEIGHTS: readonly (readonly [string, number])[] = [
  ["field", 400],
  ["title", 250],
  ["degree", 150],
  ["region", 200],
];
/** The same for a dimension of the caller's own. */
export const CUSTOM_DIMENSION_WEIGHT = 200;

/** Attributes that may never weigh on a person's rank (受保护属性). */
const PROTECTED = new Set(
  "sex gender age ethnicity nationality religion politics political marital hukou birth 性别 年龄 民族 宗教 政治面貌 婚姻 户口 户籍 出生日期".split(
    " ",
  ),
);

function checkNearness<T extends object>(place: string, name: string, table: T, keys: readonly (keyof T & string)[]): T {
  checkOptions(`${place}: ${name}`, table, keys);
  for (const key of keys) checkInteger(place, `${name}.${key}`, table[key], { min: 0, max: 1000 });
  // A copy: what is settled does not change with the caller's object.
  return { ...table };
}

const settled = new WeakMap<Criteria, SettledCriteria>();
let defaults: SettledCriteria | undefined;

/**
 * Fills in defaults and checks a criteria object (评分准则), once for each object.
 * @throws GuiyanError `unknown-option`, `invalid-option`
 * @complexity O(relations + dimensions), O(1) for an object seen before
 */
export function settleCriteria(criteria?: Criteria): SettledCriteria {
  if (criteria === undefined) {
    defaults ??= settle({});
    return defaults;
  }
  const known = settled.get(criteria);
  if (known) return known;
  const made = settle(criteria);
  settled.set(criteria, made);
  return made;
}

function settle(criteria: Criteria): SettledCriteria {
  const place = "criteria";
  checkOptions(place, criteria, KNOWN_OPTIONS);
  const weights = new Map<string, number>(DEFAULT_WEIGHTS);
  for (const [dimension, weight] of Object.entries(criteria.weights ?? {})) {
    if (weight === undefined) continue;
    if (!(typeof weight === "number" && weight >= 0 && Number.isFinite(weight))) {
      throw new GuiyanError("invalid-option", `${place}: expected weights.${dimension} to be a finite number >= 0`, {
        path: ["weights", dimension],
      });
    }
    weights.set(dimension, weight);
  }
  const fieldRelations = new Map<string, Map<string, number>>();
  const relate = (x: string, y: string, similarity: number) => {
    const related = fieldRelations.get(x) ?? new Map<string, number>();
    fieldRelations.set(x, related);
    related.set(y, Math.max(similarity, related.get(y) ?? 0));
  };
  for (const [i, relation] of checkArray(place, "fieldRelations", criteria.fieldRelations ?? []).entries()) {
    checkOptions(`${place}: fieldRelations.${i}`, relation, ["a", "b", "similarity"]);
    const { a, b, similarity } = relation;
    for (const code of [a, b]) {
      if (!(typeof code === "string" && isFieldCode(code)))
        throw new GuiyanError("invalid-option", `${place}: expected fieldRelations.${i} to relate two graduate field codes`, {
          path: ["fieldRelations", i],
        });
    }
    checkInteger(place, `fieldRelations.${i}.similarity`, similarity, { min: 0, max: 1000 });
    const x = canonicalField(a);
    const y = canonicalField(b);
    relate(x, y, similarity);
    relate(y, x, similarity);
  }
  const dimensions = new Map(Object.entries(criteria.dimensions ?? {}));
  for (const [dimension, custom] of dimensions) {
    checkOptions(`${place}: dimensions.${dimension}`, custom, ["values", "similarity"]);
    for (const [member, call] of Object.entries(custom)) {
      if (call !== undefined && typeof call !== "function")
        throw new GuiyanError("invalid-option", `${place}: expected dimensions.${dimension}.${member} to be a function`, {
          path: ["dimensions", dimension, member],
        });
    }
    if (PROTECTED.has(dimension.toLowerCase()) || DEFAULT_WEIGHTS.some(([core]) => core === dimension)) {
      throw new GuiyanError("invalid-option", `${place}: "${dimension}" cannot be a dimension of your own`, {
        path: ["dimensions", dimension],
        details: { reason: PROTECTED.has(dimension.toLowerCase()) ? "protected attribute" : "core dimension" },
      });
    }
  }
  const atLeast = new Map<string, number>();
  for (const [dimension, least] of Object.entries(criteria.atLeast ?? {})) {
    if (!(dimensions.has(dimension) || DEFAULT_WEIGHTS.some(([core]) => core === dimension))) {
      throw new GuiyanError(
        "invalid-option",
        `${place}: expected atLeast to name region, field, degree, title or a dimension of criteria.dimensions`,
        {
          path: ["atLeast", dimension],
        },
      );
    }
    if (least !== undefined) atLeast.set(dimension, checkInteger(place, `atLeast.${dimension}`, least, { min: 0, max: 1000 }));
  }
  return {
    weights,
    unknown: checkInteger(place, "unknown", criteria.unknown ?? 500, { min: 0, max: 1000 }),
    unknownHard: checkOneOf(place, "unknownHard", criteria.unknownHard ?? "keep", ["keep", "reject"]),
    basis: checkOneOf(place, "basis", criteria.basis ?? "residence", REGION_BASES),
    regionNearness: criteria.regionNearness
      ? checkNearness(place, "regionNearness", criteria.regionNearness, ["county", "prefecture", "province", "country", "none"])
      : REGION_NEARNESS,
    fieldNearness: criteria.fieldNearness
      ? checkNearness(place, "fieldNearness", criteria.fieldNearness, ["same", "discipline", "category", "none"])
      : FIELD_NEARNESS,
    degreeStep: checkInteger(place, "degreeStep", criteria.degreeStep ?? 350, { min: 0, max: 1000 }),
    titleStep: checkInteger(place, "titleStep", criteria.titleStep ?? 300, { min: 0, max: 1000 }),
    fieldRelations,
    atLeast,
    dimensions,
    labels: criteria.labels ?? (() => undefined),
  };
}
