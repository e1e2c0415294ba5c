import type { SettledCriteria } from "../scoring/index.js";
import { CHINA, canonicalField, fieldParent, isFieldCode, isRegionCode, regionChain, regionParent } from "../taxonomy/index.js";

/** A code that an unknown fact may turn out to be (可能取值). */
export interface PossibleCode {
  readonly code: string;
  /**
   * Present where the code stands for any other in `within`, or anywhere where `within` is absent: for each that neither is, holds nor lies in a code
   * inside `within` that the demand names.
   */
  readonly other?: { readonly within?: string };
}

/** A code tree by form. */
interface CodeTree {
  /** A code and all above it. */
  readonly chain: (code: string) => readonly string[];
  /** Codes right below one, or the roots. */
  readonly below: (parent: string | undefined) => Iterable<string>;
}

/**
 * Codes that tell apart everything an unknown fact could do to a score (可能取值): each asked code, each other code that the demand names, each unit above
 * those, and for each unit, and the world, one other code in it.
 *
 * A tree code that is none of the named ones and their ancestors shares with every named code just what the lowest of those ancestors above it shares,
 * and holds none of them; so one stand-in for each ancestor stands for all.
 * @returns asked codes first, then named, then units above, then stand-ins
 * @complexity O(codes × depth)
 */
function possibleCodes(asked: readonly string[], named: readonly string[], { chain, below }: CodeTree): PossibleCode[] {
  const nodes = new Set(named.flatMap(chain));
  const exact = new Set([...asked, ...named, ...nodes]);
  const others = [...nodes, undefined].flatMap((within): PossibleCode[] => {
    for (const code of below(within)) if (!nodes.has(code)) return [{ code, other: within === undefined ? {} : { within } }];
    return [];
  });
  return [...Array.from(exact, (code) => ({ code })), ...others];
}

/** Two digits: 02 to 99, then 01, which in region codes often stands for a prefecture's districts as a whole. */
const PAIRS = Array.from({ length: 99 }, (_, i) => String(((i + 1) % 99) + 1).padStart(2, "0"));
/** Countries that may stand for any other; past these the codes that ISO 3166 leaves to users. */
const ABROAD = ["USA", "JPN", "SGP", "DEU", ...PAIRS.map((_, i) => `X${String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))}`)];

const REGIONS: CodeTree = {
  chain: regionChain,
  below(parent) {
    if (parent === undefined) return [...ABROAD, CHINA];
    // Provinces are numbered from 11.
    if (parent === CHINA) return PAIRS.filter((pair) => pair > "10").map((pair) => `${pair}0000`);
    const stem = parent.replace(/0000$|00$/, "");
    return PAIRS.map((pair) => (stem + pair).padEnd(6, "0")).filter((code) => isRegionCode(code) && regionParent(code) === parent);
  },
};

const FIELDS: CodeTree = {
  chain(code) {
    const chain = [canonicalField(code)];
    for (let up = fieldParent(chain[0] as string); up !== undefined; up = fieldParent(up)) chain.push(up);
    return chain;
  },
  below: (parent = "") => PAIRS.map((pair) => parent + pair).filter((code) => isFieldCode(code) && canonicalField(code) === code),
};

/** What an unknown place may turn out to be (未知地点的可能取值). @complexity O(codes named × depth) */
export function possibleRegions(asked: readonly string[], named: readonly string[]): PossibleCode[] {
  return possibleCodes(asked, named, REGIONS);
}

/**
 * What an unknown field may turn out to be (未知领域的可能取值): fields that the chains declare to be near a named one count as named.
 * @complexity O((codes named + codes related to them) × depth)
 */
export function possibleFields(
  asked: readonly string[],
  named: readonly string[],
  relations: SettledCriteria["fieldRelations"],
): PossibleCode[] {
  const related = named.flatMap(FIELDS.chain).flatMap((code) => [...(relations.get(code)?.keys() ?? [])]);
  return possibleCodes(asked, [...named, ...related], FIELDS);
}
