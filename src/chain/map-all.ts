import { checkArray, GuiyanError } from "../errors/index.js";
import type { Chain } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { createTalentIndex } from "../ranking/index.js";
import { buildTalentMap, type TalentMap, type TalentMapOptions } from "./talent-map.js";

/** A talent whom several chains could use (跨链人才). */
export interface SharedTalent {
  readonly id: string;
  /** Ids of the chains, in their order. */
  readonly chains: readonly string[];
}

/** Maps of several chains over one registry (全部产业链图谱). */
export interface TalentMaps {
  readonly maps: readonly TalentMap[];
  /** Who serves two chains or more, most chains first, then by id. */
  readonly shared: readonly SharedTalent[];
  /** People that two chains share: `overlap[i][j]`; on the diagonal the people of one. */
  readonly overlap: readonly (readonly number[])[];
  /** People who serve no chain, although something is known that could tell. */
  readonly outside: number;
}

/**
 * Draws the maps of all chains over one registry and one index (绘制全部产业链图谱), and tells whom they share.
 * @throws GuiyanError as {@link buildTalentMap}; `duplicate-id` for two chains of one id
 * @complexity the sum of the maps, and O(links + chains²)
 */
export function mapAll(chains: readonly Chain[], options: TalentMapOptions): TalentMaps {
  checkArray("mapAll", "chains", chains);
  const twice = chains.findIndex(({ id }, i) => chains.findIndex((other) => other.id === id) !== i);
  if (twice >= 0)
    throw new GuiyanError("duplicate-id", `mapAll: expected each chain id once, chain ${twice} repeats one`, { path: [twice, "id"] });
  const criteria = options.criteria ? { criteria: options.criteria } : {};
  const index = options.index ?? createTalentIndex(checkArray("mapAll", "talents", options.talents), criteria);
  const maps = chains.map((chain) => buildTalentMap(chain, { ...options, index }));
  const served = new Map<string, number[]>();
  for (const [c, { talents }] of maps.entries()) {
    for (const { id } of talents) {
      const list = served.get(id);
      if (list) list.push(c);
      else served.set(id, [c]);
    }
  }
  const overlap = chains.map(() => chains.map(() => 0));
  for (const list of served.values()) {
    for (const a of list) for (const b of list) (overlap[a] as number[])[b] = ((overlap[a] as number[])[b] as number) + 1;
  }
  const shared = Array.from(served, ([id, list]) => ({ id, chains: list.map((c) => chains[c]?.id ?? "") }))
    .filter(({ chains: of }) => of.length > 1)
    .sort((a, b) => b.chains.length - a.chains.length || compareCodePoints(a.id, b.id));
  const unplaced = maps[0]?.unplaced ?? 0;
  return { maps, shared, overlap, outside: options.talents.length - served.size - unplaced };
}
