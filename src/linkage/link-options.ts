import { checkArray, checkInteger, checkNumber, checkOptions, GuiyanError } from "../errors/index.js";
import { isIsoDate } from "../numeric/index.js";
import type { Comparison } from "./comparison.js";
import type { FusionOptions } from "./fuse-records.js";
import { comparisonsOf } from "./infer-comparisons.js";
import type { LinkModel } from "./link-model.js";
import type { LinkableRecord } from "./record-base.js";

/** A blocking rule (分块规则): pairs that share a key are compared. Either keys of named comparisons, one of each, or keys of the caller's own. */
export type BlockingRule<T> =
  | { readonly facts: readonly string[]; readonly limit?: number }
  | { readonly name: string; readonly keys: (record: T) => readonly string[]; readonly limit?: number };

/**
 * What makes a link: a line that chooses itself, at which links are right as often as `precision` says, in [0.5, 1), and none is less likely than `probability`, in
 * [0.5, 1); or a line in bits.
 */
export type LinkThreshold = { readonly precision?: number; readonly probability?: number } | { readonly bits: number };

/** Options of {@link linkRecords}. */
export interface LinkOptions<T extends LinkableRecord> {
  /** How facts are compared; by default as the records' members say, see {@link comparisonsOf}. */
  readonly comparisons?: readonly Comparison<T>[];
  /** Which pairs are compared. By default rules are chosen from the comparisons' keys. */
  readonly blocking?: readonly BlockingRule<T>[];
  /** The list that a record stands in, as a member's name or a function. Default: no lists. */
  readonly source?: string | ((record: T) => string | undefined);
  /** Lists in which nobody stands twice: no two of their records are one person. Default none. */
  readonly cleanSources?: readonly string[];
  /** Whether records of one list are compared with each other. Default true; false links lists only. */
  readonly withinSources?: boolean;
  /** Safe integer >= 0; the same seed gives the same bytes. Default 1. */
  readonly seed?: number;
  /**
   * A model learnt before, used instead of learning one; `comparisons` and own `blocking` rules must be those that it was learnt with. Its blocks and, where none are asked
   * here, its lines stay.
   */
  readonly model?: LinkModel;
  /** Default `{ precision: 0.98, probability: 0.9 }`: a wrong merge costs more than one that waits for review. */
  readonly threshold?: LinkThreshold;
  /** Least probability at which a pair is told and queued for review, in (0, 0.5]. Default 0.02. */
  readonly reviewProbability?: number;
  /** What rides on a record's standing with the right person, >= 0: say, the lists that it leads. Default 1 each. */
  readonly stake?: (record: T) => number;
  /** How one record is made of a person's several. */
  readonly fusion?: Omit<FusionOptions<T>, "id">;
  /** ISO date of the first run, for {@link Linkage.asOf}. */
  readonly at?: string;
  /** Pairs a record that the choice of blocks may cost, >= 1. Default 40, more for small registries. */
  readonly pairsPerRecord?: number;
  /** Of the EM. Default 1000. */
  readonly maxIterations?: number;
}

type SettledThreshold = { readonly precision: number; readonly probability: number } | { readonly bits: number };

/** Options with every default filled in. */
export interface SettledLinkOptions<T extends LinkableRecord> {
  readonly comparisons: readonly Comparison<T>[];
  readonly blocking: readonly BlockingRule<T>[] | undefined;
  readonly source: (record: T) => string | undefined;
  readonly cleanSources: readonly string[];
  readonly withinSources: boolean;
  readonly seed: number;
  readonly model: LinkModel | undefined;
  /** Absent where a model is given and no line asked: the model's stays. */
  readonly threshold: SettledThreshold | undefined;
  readonly reviewProbability: number | undefined;
  readonly stake: (record: T) => number;
  readonly fusion: Omit<FusionOptions<T>, "id">;
  readonly at: string | undefined;
  readonly pairsPerRecord: number;
  readonly maxIterations: number;
}

const PLACE = "linkRecords";
const KNOWN = [
  "comparisons",
  "blocking",
  "source",
  "cleanSources",
  "withinSources",
  "seed",
  "model",
  "threshold",
  "reviewProbability",
  "stake",
  "fusion",
  "at",
  "pairsPerRecord",
  "maxIterations",
];

function refuse(message: string, path: readonly (string | number)[]): never {
  throw new GuiyanError("invalid-option", `${PLACE}: ${message}`, { path });
}

function checkComparisons<T>(comparisons: readonly Comparison<T>[]): void {
  if (comparisons.length === 0) refuse("expected at least one comparison", ["comparisons"]);
  const names = new Set<string>();
  for (const [at, { name, levels, termLevels, term }] of comparisons.entries()) {
    if (typeof name !== "string" || name === "" || names.has(name))
      refuse("expected distinct names of comparisons", ["comparisons", at, "name"]);
    names.add(name);
    if (!(Array.isArray(levels) && levels.length >= 2))
      refuse(`expected ${name} to have at least two levels`, ["comparisons", at, "levels"]);
    const fits = (termLevels ?? []).every((level) => Number.isInteger(level) && level >= 0 && level < levels.length);
    if (!fits || (termLevels !== undefined && term === undefined))
      refuse(`expected termLevels of ${name} to be among its levels, and a term`, ["comparisons", at, "termLevels"]);
  }
}

function checkBlocking<T>(rules: readonly BlockingRule<T>[], comparisons: readonly Comparison<T>[]): void {
  const keyed = new Set(comparisons.flatMap(({ name, keys }) => (keys === undefined ? [] : [name])));
  const own = new Set<string>();
  for (const [at, rule] of rules.entries()) {
    checkInteger(PLACE, `blocking[${at}].limit`, rule.limit ?? 100, { min: 2 });
    if ("keys" in rule) {
      if (typeof rule.keys !== "function" || rule.name === "" || own.has(rule.name) || keyed.has(rule.name))
        refuse("expected a blocking rule of one's own to have a name of its own and keys", ["blocking", at]);
      own.add(rule.name);
    } else if (rule.facts.length === 0 || rule.facts.some((fact) => !keyed.has(fact)) || new Set(rule.facts).size < rule.facts.length) {
      refuse(`expected facts of a blocking rule among the comparisons with keys: ${[...keyed].join(", ")}`, ["blocking", at, "facts"]);
    }
  }
  if (rules.length === 0) refuse("expected at least one blocking rule", ["blocking"]);
}

function sourceOf<T extends LinkableRecord>(source: LinkOptions<T>["source"]): (record: T) => string | undefined {
  if (source === undefined) return () => undefined;
  if (typeof source === "function") return source;
  if (typeof source !== "string") return refuse("expected source to be a member's name or a function", ["source"]);
  return (record) => {
    const value: unknown = Object.hasOwn(record, source) ? Reflect.get(record, source) : undefined;
    return typeof value === "string" ? value : undefined;
  };
}

function settleThreshold(threshold: LinkThreshold = {}): SettledThreshold {
  checkOptions(`${PLACE}: threshold`, threshold, ["precision", "probability", "bits"]);
  if ("bits" in threshold) {
    if ("precision" in threshold || "probability" in threshold)
      refuse("expected threshold to be bits or probabilities, not both", ["threshold"]);
    return { bits: checkNumber(PLACE, "threshold.bits", threshold.bits, { min: -1000, max: 1000 }) };
  }
  return {
    precision: checkNumber(PLACE, "threshold.precision", threshold.precision ?? 0.98, { min: 0.5, below: 1 }),
    probability: checkNumber(PLACE, "threshold.probability", threshold.probability ?? 0.9, { min: 0.5, below: 1 }),
  };
}

/** ISO date or undefined. @throws GuiyanError `invalid-option` */
export function checkDate(place: string, at: string | undefined): string | undefined {
  if (at === undefined || isIsoDate(at)) return at;
  throw new GuiyanError("invalid-option", `${place}: expected at to be an ISO date YYYY-MM-DD`, { path: ["at"] });
}

/** Checks options and fills in what is not said. @throws GuiyanError `invalid-option`, `unknown-option`, `invalid-argument` */
export function settleLinkOptions<T extends LinkableRecord>(records: readonly T[], options: LinkOptions<T>): SettledLinkOptions<T> {
  checkOptions(PLACE, options, KNOWN);
  checkArray(PLACE, "records", records);
  const comparisons = options.comparisons ?? comparisonsOf(records).comparisons;
  checkComparisons(comparisons);
  if (options.blocking !== undefined) checkBlocking(options.blocking, comparisons);
  const reviewProbability = options.reviewProbability ?? (options.model === undefined ? 0.02 : undefined);
  if (reviewProbability !== undefined) checkNumber(PLACE, "reviewProbability", reviewProbability, { above: 0, max: 0.5 });
  // A small registry can afford more pairs a record.
  const usual = Math.round(Math.min(100, Math.max(40, 1_000_000 / Math.max(1, records.length))));
  return {
    comparisons,
    blocking: options.blocking,
    source: sourceOf(options.source),
    cleanSources: checkArray(PLACE, "cleanSources", options.cleanSources ?? []),
    withinSources: options.withinSources ?? true,
    seed: checkInteger(PLACE, "seed", options.seed ?? 1, { min: 0 }),
    model: options.model,
    threshold: options.threshold === undefined && options.model !== undefined ? undefined : settleThreshold(options.threshold),
    reviewProbability,
    stake: options.stake ?? (() => 1),
    fusion: options.fusion ?? {},
    at: checkDate(PLACE, options.at),
    pairsPerRecord: checkNumber(PLACE, "pairsPerRecord", options.pairsPerRecord ?? usual, { min: 1, max: 10_000 }),
    maxIterations: checkInteger(PLACE, "maxIterations", options.maxIterations ?? 1000, { min: 1 }),
  };
}
