import type { Chain, Demand } from "../model/index.js";
import { linkSegments } from "./segment-links.js";

/**
 * The segment of a chain that a demand belongs to (需求所属环节): the one that it names; else the only one in which its post is advertised; else the one that its
 * fields and industry serve best.
 * @returns undefined where none is named and several fit alike, or none does
 * @complexity O(segments × codes)
 */
export function segmentOfDemand(chain: Chain, demand: Demand): string | undefined {
  const { segment, post, industry, requirements } = demand;
  if (chain.segments.some(({ id }) => id === segment)) return segment;
  const advertised = post === undefined ? [] : chain.segments.filter(({ occupations }) => occupations?.includes(post));
  if (advertised.length === 1) return advertised[0]?.id;
  const fields = requirements.flatMap(({ dimension, kind, values }) =>
    dimension === "field" && (kind === "hard" || kind === "soft") ? values : [],
  );
  const links = linkSegments(chain, [{ id: demand.id, fields, industries: industry === undefined ? [] : [industry] }]);
  // Where a post is advertised in several segments, it is one of these.
  const open = links.filter((link) => advertised.length === 0 || advertised.some(({ id }) => id === link.segment));
  const most = Math.max(0, ...open.map(({ weight }) => weight));
  const best = open.filter(({ weight }) => weight === most);
  return best.length === 1 ? best[0]?.segment : undefined;
}
