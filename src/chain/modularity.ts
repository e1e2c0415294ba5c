import { checkOptions, GuiyanError } from "../errors/index.js";
import { type AnyGraph, type UndirectedView, undirectedView } from "./undirected-view.js";

/** Options of {@link modularity}. */
export interface ModularityOptions {
  /** γ of the formula: above 1 smaller communities fare better, below 1 larger ones. Default 1. */
  readonly resolution?: number;
}

/**
 * Accepts a resolution of communities and returns it (分辨率).
 * @throws GuiyanError `invalid-option`
 */
export function checkResolution(place: string, resolution: unknown): number {
  if (resolution === undefined) return 1;
  if (typeof resolution === "number" && resolution > 0 && resolution <= 1e9) return resolution;
  const came = typeof resolution === "number" ? String(resolution) : `a ${typeof resolution}`;
  throw new GuiyanError("invalid-option", `${place}: expected resolution to be a number in (0, 1e9], received ${came}`, {
    path: ["resolution"],
  });
}

/** Modularity of numbered communities on a weighted view. */
export function modularityOf(view: UndirectedView, communities: Int32Array, resolution: number): number | undefined {
  const inside = new Float64Array(view.nodes.length);
  const degrees = new Float64Array(view.nodes.length);
  let doubled = 0;
  for (const [node, community] of communities.entries()) {
    const loop = 2 * (view.loops[node] as number);
    let [within, degree] = [loop, loop];
    const end = view.starts[node + 1] as number;
    for (let at = view.starts[node] as number; at < end; at++) {
      const weight = view.weights[at] as number;
      degree += weight;
      if (communities[view.neighbours[at] as number] === community) within += weight;
    }
    inside[community] = (inside[community] as number) + within;
    degrees[community] = (degrees[community] as number) + degree;
    doubled += degree;
  }
  if (doubled === 0) return undefined;
  let sum = 0;
  for (const [community, degree] of degrees.entries()) {
    sum += (inside[community] as number) / doubled - resolution * (degree / doubled) ** 2;
  }
  return sum;
}

/**
 * Modularity of a partition (模块度): how much more weight lies inside communities than chance would put there.
 *
 *   Q = sum over communities c of inside_c / m - γ (degree_c / 2m)²
 *
 * m is the total weight of the edges, `weight` where they have one and 1 where not; parallel edges and both directions add up, and a self loop counts
 * twice to its node's degree, as in networkx of the undirected graph.
 * @param communities the community of every node by key: a number or a name, and 1 is not "1"
 * @returns a value in [-1/2, 1] for γ = 1; undefined for a graph without weight
 * @throws GuiyanError `invalid-argument` for a node without community or a faulty weight, `invalid-option` for γ
 * @complexity O(V log V + E log E)
 * @source M. E. J. Newman, PNAS 103 (2006) 8577–8582; γ: J. Reichardt, S. Bornholdt, Phys. Rev. E 74 (2006) 016110.
 *   graphology-metrics has the same formula but refuses parallel and mixed edges; copying the graph for it costs far more than the sums.
 */
export function modularity(
  graph: AnyGraph,
  communities: ReadonlyMap<string, number | string>,
  options: ModularityOptions = {},
): number | undefined {
  checkOptions("modularity", options, ["resolution"]);
  const resolution = checkResolution("modularity", options.resolution);
  const view = undirectedView("modularity", graph, true);
  const numbers = new Map<number | string, number>();
  const numbered = Int32Array.from(view.nodes, (key) => {
    const community = communities.get(key);
    if (community === undefined) {
      throw new GuiyanError("invalid-argument", "modularity: expected a community for each node, one has none", {
        path: ["communities", key],
      });
    }
    const number = numbers.get(community) ?? numbers.size;
    numbers.set(community, number);
    return number;
  });
  return modularityOf(view, numbered, resolution);
}
