import { CHAIN_STAGES, type Chain, type ChainSegment } from "../model/index.js";
import { CHAIN_WEIGHTS, CHAINS } from "./packs/chain-pack.js";

const list = (cell: string | undefined): string[] => (cell ?? "").split(" ").filter((item) => item !== "");

const weights = (cell: string | undefined): Record<string, number> =>
  Object.fromEntries(
    list(cell).map((item) => {
      const [code = "", weight] = item.split(":");
      return [code, Number(weight)];
    }),
  );

function decodeSegment(line: string): ChainSegment {
  const [id = "", name = "", stage, feeds, fields, industries, occupations] = line.split("|");
  return {
    id,
    name,
    stage: CHAIN_STAGES.find((known) => known.startsWith(stage ?? "")) ?? "midstream",
    feeds: list(feeds),
    fields: weights(fields),
    industries: weights(industries),
    occupations: list(occupations),
  };
}

function decodeChain(block: string): Chain {
  const [head = "", ...segments] = block.trim().split("\n");
  const [id = "", name = "", provenance = "", source = ""] = head.split("|");
  return { id, name, version: "1", provenance, source, weights: weights(CHAIN_WEIGHTS[id]), segments: segments.map(decodeSegment) };
}

function decodeChains(): Chain[] {
  return CHAINS.split("\n# ").slice(1).map(decodeChain);
}

/**
 * The fifteen industry chains that ship (默认产业链), in a fixed order.
 *
 * The first three carry `provenance: "published"`: the county names them as its leading industries. The twelve others are marked `"illustrative"`; `source` says
 * for each where its name comes from, as far as a public plan was found. Segments, fields, weights and preset weights are a starting point for all fifteen: replace,
 * add or edit them with plain JSON and check the result with `validateChain`.
 * @example
 * console.log(defaultChains.length, defaultChains[0]?.name); // → 15 生物基材料
 */
export const defaultChains: readonly Chain[] = /* @__PURE__ */ decodeChains();
