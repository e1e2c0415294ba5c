import { canonicalField } from "./field-tree.js";
import type { FieldNearness, RegionNearness } from "./proximity.js";
import { CHINA, regionChain, regionLevel } from "./region-tree.js";

/**
 * A node of a code tree (树节点) with a nearness that every code below it reaches at least.
 *
 * `"410900"` stands for the unit and all in it, `"=410900"` for the unit itself, said no finer.
 */
export interface NodeNearness {
  readonly node: string;
  /** Integer 0..1000. */
  readonly nearness: number;
}

/** Node of every place outside China. */
export const ABROAD = "abroad";
/** Node of every field. */
export const ANY_FIELD = "any";

const exactly = (code: string): string => `=${code}`;

/**
 * Nodes that hold a region code, narrowest first (所在区划节点): a code that may have others below it begins with its exact node, and each chain
 * ends in {@link CHINA} or {@link ABROAD}.
 */
export function regionNodes(code: string): string[] {
  const nodes = regionChain(code);
  if (nodes.at(-1) !== CHINA) nodes.push(ABROAD);
  if (code.length === 3 || code.endsWith("00")) nodes.unshift(exactly(code));
  return nodes;
}

/** Nodes that hold a field code, narrowest first (所在学科节点); cross-category codes are folded first. Ends in {@link ANY_FIELD}. */
export function fieldNodes(code: string): string[] {
  const canonical = canonicalField(code);
  const nodes = canonical.length >= 6 ? [canonical] : [exactly(canonical)];
  if (canonical.length >= 4) nodes.push(canonical.slice(0, 4));
  nodes.push(canonical.slice(0, 2), ANY_FIELD);
  return nodes;
}

/**
 * The nearness of regions to an asked one as nodes of the tree (邻近节点): a code's nearness is the highest among the nodes that hold it.
 * @returns undefined where the table is no tree's: a wider unit counts for more than a narrower one
 * @complexity O(depth)
 */
export function nearRegionNodes(asked: string, nearness: RegionNearness): NodeNearness[] | undefined {
  const { county, prefecture, province, country, none } = nearness;
  if (!(county >= prefecture && prefecture >= province && province >= country && country >= none)) return undefined;
  const nodes = regionChain(asked).map((code) => ({ node: code, nearness: nearness[regionLevel(code)] }));
  for (const root of [CHINA, ABROAD]) if (nodes.at(-1)?.node !== root) nodes.push({ node: root, nearness: none });
  return nodes;
}

/**
 * The nearness of fields to an asked one as nodes of the tree (邻近学科节点); see {@link nearRegionNodes}.
 * @complexity O(depth)
 */
export function nearFieldNodes(asked: string, nearness: FieldNearness): NodeNearness[] | undefined {
  const { same, discipline, category, none } = nearness;
  if (!(same >= discipline && discipline >= category && category >= none)) return undefined;
  const canonical = canonicalField(asked);
  const nodes = [{ node: fieldNodes(asked)[0] ?? "", nearness: same }];
  if (canonical.length >= 4) nodes.push({ node: canonical.slice(0, 4), nearness: discipline });
  nodes.push({ node: canonical.slice(0, 2), nearness: category }, { node: ANY_FIELD, nearness: none });
  return nodes;
}

/** Where a hard or excluding code holds, and where a held code is too coarse to tell, as nodes of the tree (判定节点). */
export interface VerdictNodes {
  readonly inside: readonly string[];
  readonly coarse: readonly string[];
}

/** Nodes of a hard region (硬性地域的节点). */
export function regionVerdictNodes(asked: string): VerdictNodes {
  return { inside: [asked], coarse: regionChain(asked).slice(1).map(exactly) };
}

/** Nodes of a hard field (硬性学科的节点). */
export function fieldVerdictNodes(asked: string): VerdictNodes {
  const inside = canonicalField(asked);
  const coarse = [4, 2].filter((length) => length < inside.length).map((length) => exactly(inside.slice(0, length)));
  return { inside: [inside], coarse };
}
