import type { RegionBasis, Talent } from "../model/index.js";
import type { BoundedHeap } from "../numeric/index.js";
import type { SettledCriteria } from "../scoring/index.js";
import { buildCells, type CellPlan, type CellStore, planCells } from "./cell-store.js";
import { type Columns, type Vocabulary, vocabularyOf } from "./columns.js";
import type { NearCache } from "./node-list.js";
import { readColumns } from "./read-columns.js";
import type { TableCache } from "./row-reader.js";
import { plantTrees, Segment, type Trees } from "./segment.js";
import type { TalentColumns } from "./talent-columns.js";

/** The parts of an index that ranking reads (索引组成). */
export interface IndexParts {
  /** Largest first. */
  readonly segments: readonly Segment[];
  readonly vocabulary: Vocabulary;
  readonly trees: Trees;
  /** Places that cells are laid out by. */
  readonly bases: readonly RegionBasis[];
  /** Heaps at rest. */
  readonly heaps: BoundedHeap[];
  /** What compiling plans leaves behind, by criteria; it names numbers of this vocabulary and these trees, and goes with them. */
  readonly caches: WeakMap<SettledCriteria, PlanCaches>;
}

/** Tables and lists kept between demands under one set of criteria (编译缓存). */
export interface PlanCaches {
  readonly cache: TableCache;
  readonly near: NearCache;
}

/** A registry in any form that an index is built from. */
export type Registry = readonly Talent[] | TalentColumns;

function readParts(registry: Registry, criteria: SettledCriteria) {
  const vocabulary = vocabularyOf({ custom: Array.from(criteria.dimensions.keys(), (dimension) => [dimension, []] as const) });
  const columns = readColumns("createTalentIndex", registry, vocabulary, criteria);
  return { columns, vocabulary, trees: plantTrees(vocabulary) };
}

function assemble(columns: Columns, cells: ReadonlyMap<RegionBasis, CellStore>, vocabulary: Vocabulary, trees: Trees): IndexParts {
  return { segments: [new Segment(columns, cells)], vocabulary, trees, bases: [...cells.keys()], heaps: [], caches: new WeakMap() };
}

/** Builds everything from the ground, in one segment. */
export function buildParts(registry: Registry, criteria: SettledCriteria, bases: readonly RegionBasis[]): IndexParts {
  const { columns, vocabulary, trees } = readParts(registry, criteria);
  const cells = new Map(bases.map((basis) => [basis, buildCells(columns, trees.region, trees.field, basis)]));
  return assemble(columns, cells, vocabulary, trees);
}

/** Lays out the cells of a plan elsewhere, for instance on workers (单元布局器). */
export type CellLayOut = (plan: CellPlan) => Promise<CellStore>;

/** {@link buildParts} with the cells laid out elsewhere. */
export async function buildPartsBy(
  layOut: CellLayOut,
  registry: Registry,
  criteria: SettledCriteria,
  bases: readonly RegionBasis[],
): Promise<IndexParts> {
  const { columns, vocabulary, trees } = readParts(registry, criteria);
  const cells = new Map<RegionBasis, CellStore>();
  for (const basis of bases) cells.set(basis, await layOut(planCells(columns, trees.region, trees.field, basis)));
  return assemble(columns, cells, vocabulary, trees);
}
