import { GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { CandidateFinder } from "./candidate-finder.js";
import type { BlockChoice } from "./choose-blocks.js";
import { chooseThreshold, expectedLinks } from "./choose-threshold.js";
import { FactColumn } from "./fact-column.js";
import { LinkGraph } from "./link-graph.js";
import { bitsOf, exactBits, type LinkModel } from "./link-model.js";
import type { BlockingRule, SettledLinkOptions } from "./link-options.js";
import { PairScorer } from "./pair-scorer.js";
import { type LinkableRecord, RecordBase } from "./record-base.js";
import { trainModel } from "./train-model.js";

/** What a linkage works with. */
export interface LinkageParts<T extends LinkableRecord> {
  readonly base: RecordBase<T>;
  readonly finder: CandidateFinder<T>;
  readonly scorer: PairScorer<T>;
  readonly graph: LinkGraph<T>;
  readonly model: LinkModel;
}

/** Records between two steps of the work. */
const STEP = 256;
/** Block limit of a caller's own rule that names none. */
const OWN_LIMIT = 100;

/** A column that has keys and compares nothing. */
function keyColumn<T>(name: string, keys: (record: T) => readonly string[]): FactColumn<T> {
  return new FactColumn<T>({
    name,
    levels: ["same", "other"],
    read: (record) => {
      const found = keys(record);
      return found.length === 0 ? undefined : JSON.stringify(found);
    },
    parse: (text): readonly string[] => JSON.parse(text),
    compare: () => -1,
    keys: (value) => value as readonly string[],
  });
}

function ruleName<T>(rule: BlockingRule<T>): readonly string[] {
  return "keys" in rule ? [rule.name] : rule.facts;
}

function choicesOf(
  rules: readonly { readonly facts: readonly string[]; readonly limit: number }[],
  names: readonly string[],
): BlockChoice[] {
  return rules.map(({ facts, limit }) => ({ facts: facts.map((fact) => names.indexOf(fact)), limit }));
}

function checkModel<T extends LinkableRecord>(model: LinkModel, { comparisons }: SettledLinkOptions<T>, names: readonly string[]): void {
  const finite = (numbers: readonly unknown[]) => numbers.every((number) => Number.isFinite(number));
  const fits =
    typeof model === "object" &&
    model?.version === 1 &&
    Array.isArray(model.comparisons) &&
    Array.isArray(model.blocking) &&
    finite([model.lambda, model.priorBits, model.linkBits, model.reviewBits, model.estimation?.records]) &&
    model.comparisons.length === comparisons.length &&
    comparisons.every(({ name, levels }, c) => {
      const known = model.comparisons[c];
      return (
        known?.name === name &&
        finite([known.told]) &&
        known.levels?.length === levels.length &&
        known.levels.every((level, l) => level.name === levels[l] && finite([level.m, level.u, level.weightBits]))
      );
    }) &&
    model.blocking.every(({ facts, limit }) => Number.isInteger(limit) && facts.every((fact: string) => names.includes(fact)));
  if (fits) return;
  throw new GuiyanError("invalid-option", "linkRecords: expected model to be one learnt with the same comparisons and blocking rules", {
    path: ["model"],
  });
}

/** Puts records into a base, each id once, in code-point order of id: chance then picks the same pairs however the records came. */
function* putAll<T extends LinkableRecord>(base: RecordBase<T>, records: readonly T[]): Generator<number, void, void> {
  const places = new Map<string, number>();
  for (const [at, record] of records.entries()) {
    const path = ["records", at];
    if (typeof record !== "object" || record === null)
      throw new GuiyanError("invalid-argument", `linkRecords: expected records[${at}] to be an object`, { path });
    if (typeof record.id !== "string" || record.id === "")
      throw new GuiyanError("invalid-argument", `linkRecords: expected records[${at}] to have an id, a text that is not empty`, { path });
    if (places.has(record.id))
      throw new GuiyanError("duplicate-id", `linkRecords: expected distinct ids, records[${at}] has one that came before`, { path });
    places.set(record.id, at);
  }
  let done = 0;
  for (const id of [...places.keys()].sort(compareCodePoints)) {
    base.put(records[places.get(id) ?? 0] as T);
    if (++done % STEP === 0) yield done / records.length;
  }
}

/** Runs a part of the work, passing on its progress as a share of the whole's. */
function* within<R>(part: Generator<number, R, void>, from: number, to: number): Generator<number, R, void> {
  for (;;) {
    const step = part.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/**
 * The first run (首次关联): reads the records, learns a model or takes the one given, weighs the candidate pairs, draws the line and groups. Yields the share of
 * the work that is done.
 */
export function* buildLinkage<T extends LinkableRecord>(
  records: readonly T[],
  settled: SettledLinkOptions<T>,
): Generator<number, LinkageParts<T>, void> {
  const rules = settled.blocking;
  const own = (rules ?? []).flatMap((rule) => ("keys" in rule ? [keyColumn(rule.name, rule.keys)] : []));
  const base = new RecordBase(settled.comparisons, own, {
    source: settled.source,
    cleanSources: settled.cleanSources,
    within: settled.withinSources,
  });
  yield* within(putAll(base, records), 0, 0.15);
  const blockColumns = [...base.columns, ...own];
  const names = blockColumns.map(({ comparison }) => comparison.name);
  const asked = settled.reviewProbability === undefined ? undefined : exactBits(bitsOf(settled.reviewProbability));
  const reviewBits = asked ?? settled.model?.reviewBits ?? 0;
  let model: LinkModel;
  let finder: CandidateFinder<T>;
  if (settled.model === undefined) {
    const blocks =
      rules === undefined
        ? undefined
        : choicesOf(
            rules.map((rule) => ({ facts: ruleName(rule), limit: rule.limit ?? OWN_LIMIT })),
            names,
          );
    const trained = yield* within(trainModel(base, blockColumns, { ...settled, blocks, reviewBits }), 0.15, 0.65);
    ({ model, finder } = trained);
  } else {
    checkModel(settled.model, settled, names);
    model = { ...settled.model, reviewBits };
    finder = new CandidateFinder(
      base,
      choicesOf(model.blocking, names).map(({ facts, limit }) => ({ columns: facts.map((c) => blockColumns[c] as FactColumn<T>), limit })),
    );
    for (let slot = 0; slot < base.slots; slot++) {
      finder.add(slot);
      if (slot % STEP === 0) yield 0.15 + (0.5 * slot) / base.slots;
    }
  }
  const scorer = new PairScorer(base.columns, model);
  const graph = new LinkGraph(base, finder, scorer, model);
  for (let slot = 0; slot < base.slots; slot++) {
    graph.weighLater(slot);
    if (slot % STEP === 0) yield 0.65 + (0.25 * slot) / base.slots;
  }
  const { threshold } = settled;
  if (threshold !== undefined) {
    const bits = Float64Array.from(graph.pairs(), ([, , weight]) => weight);
    const linkBits =
      "bits" in threshold
        ? Math.max(exactBits(threshold.bits), reviewBits)
        : chooseThreshold(bits, threshold.precision, threshold.probability);
    model = { ...model, linkBits, expected: expectedLinks(bits, linkBits) };
    graph.setLinkBits(model.linkBits);
  }
  yield 0.95;
  graph.regroup(base.present());
  return { base, finder, scorer, graph, model };
}
