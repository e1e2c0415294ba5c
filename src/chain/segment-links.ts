import type { Chain, Talent } from "../model/index.js";
import { fieldSimilarity, industrySimilarity } from "../taxonomy/index.js";

/** Why a talent serves a segment: the code held, the segment's code that it is near, and what it gives. */
export interface LinkReason {
  readonly kind: "field" | "industry";
  readonly held: string;
  readonly code: string;
  /** Integer 0..1000. */
  readonly nearness: number;
  /** Weight of the code in the segment, 1..1000. */
  readonly weight: number;
  /** floor(nearness × weight / 1000). */
  readonly part: number;
}

/** A talent who serves a segment (人才与环节的关联). */
export interface SegmentLink {
  readonly talent: Talent;
  /** Id of the segment. */
  readonly segment: string;
  /** Integer 1..1000. */
  readonly weight: number;
  /** The best field and the best industry, those that give something. */
  readonly reasons: readonly LinkReason[];
}

/** Below this a talent is not said to serve a segment: the discipline (700) of what makes a segment (1000) is enough, its category (400) too little. */
export const LINK_FLOOR = 600;

/** What one held code gives to each segment, by segment; worked out once for a code. */
type Parts = readonly (LinkReason | undefined)[];

function partsOf(kind: LinkReason["kind"], held: string, chain: Chain): Parts {
  return chain.segments.map((segment) => {
    let best: LinkReason | undefined;
    for (const [code, weight] of Object.entries(kind === "field" ? segment.fields : segment.industries)) {
      const nearness = kind === "field" ? fieldSimilarity(held, code) : industrySimilarity(held, code);
      const part = Math.floor((nearness * weight) / 1000);
      if (part > (best?.part ?? 0)) best = { kind, held, code, nearness, weight, part };
    }
    return best;
  });
}

/**
 * Who serves which segment of a chain, and why (人才与环节关联).
 *
 *   field    = max over fields held and asked of floor(nearness × weight / 1000)          industry alike
 *   weight   = field + industry − floor(field × industry / 1000)
 *
 * Field and industry are two signs of the same thing: either is enough, both are more, and the whole never passes 1000. A talent of whom neither is known
 * serves nothing that one could name.
 * @returns links of weight >= {@link LINK_FLOOR}, by talent in the order given, then by segment in the chain's order
 * @complexity O(distinct codes × segments × codes of a segment + talents × codes held × segments)
 */
export function linkSegments(chain: Chain, talents: readonly Talent[]): SegmentLink[] {
  const known = { field: new Map<string, Parts>(), industry: new Map<string, Parts>() };
  const partsFor = (kind: LinkReason["kind"], code: string): Parts => {
    const made = known[kind].get(code) ?? partsOf(kind, code, chain);
    known[kind].set(code, made);
    return made;
  };
  const links: SegmentLink[] = [];
  for (const talent of talents) {
    const fields = (talent.fields ?? []).map((code) => partsFor("field", code));
    const industries = (talent.industries ?? []).map((code) => partsFor("industry", code));
    if (fields.length + industries.length === 0) continue;
    for (let i = 0; i < chain.segments.length; i++) {
      const field = bestPart(fields, i);
      const industry = bestPart(industries, i);
      const [a, b] = [field?.part ?? 0, industry?.part ?? 0];
      const weight = a + b - Math.floor((a * b) / 1000);
      if (weight < LINK_FLOOR) continue;
      const reasons = [field, industry].filter((reason) => reason !== undefined);
      links.push({ talent, segment: chain.segments[i]?.id ?? "", weight, reasons });
    }
  }
  return links;
}

function bestPart(parts: readonly Parts[], segment: number): LinkReason | undefined {
  let best: LinkReason | undefined;
  for (const of of parts) {
    const one = of[segment];
    if (one !== undefined && one.part > (best?.part ?? 0)) best = one;
  }
  return best;
}
