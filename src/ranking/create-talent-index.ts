import { checkArray, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import { REGION_BASES, type RegionBasis, type Talent } from "../model/index.js";
import { type Criteria, type SettledCriteria, settleCriteria } from "../scoring/index.js";
import { buildParts, buildPartsBy, type CellLayOut } from "./index-parts.js";
import type { TalentColumns } from "./talent-columns.js";
import { TalentIndex } from "./talent-index.js";

/** Options of {@link createTalentIndex}. */
export interface TalentIndexOptions {
  readonly criteria?: Criteria;
  /**
   * Places that region requirements may look at quickly (地域口径), at least one; another one is answered too, by postings or scan. Each takes the
   * memory of one set of cells. Default: the criteria's own, `residence`.
   */
  readonly bases?: readonly RegionBasis[];
}

/**
 * Builds an index over a registry (建立人才索引), given as talents or as columns.
 * @throws GuiyanError `duplicate-id`, `invalid-talent`, `invalid-option`, `unknown-option`, `limit-exceeded` past 67 million talents
 * @complexity O(n × fields of a talent), O(n log n) where ids do not ascend; some 130 bytes a talent of two fields
 * @example
 * const index = createTalentIndex([{ id: "a", fields: ["083201"] }, { id: "b", fields: ["080502"] }]);
 * const demand = { id: "d", requirements: [{ dimension: "field", kind: "soft" as const, values: ["083202"] }] };
 * console.log(index.rank(demand, { k: 1 })[0]?.id); // → a
 */
export function createTalentIndex(registry: readonly Talent[] | TalentColumns, options: TalentIndexOptions = {}): TalentIndex {
  const { criteria, bases } = checkBuild(registry, options);
  return new TalentIndex(buildParts(registry, criteria, bases), options.criteria);
}

/**
 * The same index with its cells laid out elsewhere (外部布局建索引); `buildTalentIndex` of guiyan/node does so on workers.
 * @throws GuiyanError as {@link createTalentIndex}; what `layOut` throws
 */
export async function createTalentIndexBy(
  layOut: CellLayOut,
  registry: readonly Talent[] | TalentColumns,
  options: TalentIndexOptions = {},
): Promise<TalentIndex> {
  const { criteria, bases } = checkBuild(registry, options);
  return new TalentIndex(await buildPartsBy(layOut, registry, criteria, bases), options.criteria);
}

/** Checks what an index is to be built from, as far as it can be told before the talents are read. */
function checkBuild(
  registry: unknown,
  options: TalentIndexOptions,
): { readonly criteria: SettledCriteria; readonly bases: readonly RegionBasis[] } {
  checkOptions("createTalentIndex", options, ["criteria", "bases"]);
  if (!(registry !== null && typeof registry === "object" && "ids" in registry)) {
    checkArray("createTalentIndex", "talents", registry as readonly Talent[]);
  }
  const criteria = settleCriteria(options.criteria);
  return { criteria, bases: checkBases(options.bases ?? [criteria.basis]) };
}

function checkBases(bases: readonly RegionBasis[]): readonly RegionBasis[] {
  checkArray("createTalentIndex", "bases", bases);
  for (const basis of bases) checkOneOf("createTalentIndex", "bases", basis, REGION_BASES);
  if (bases.length === 0) throw new GuiyanError("invalid-option", "createTalentIndex: expected at least one of bases", { path: ["bases"] });
  return [...new Set(bases)];
}
