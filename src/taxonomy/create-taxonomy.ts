import type { Taxonomy, TaxonomyNode } from "./taxonomy.js";

/** What a tree of codes is made from. */
export interface TaxonomySource {
  readonly standard: Taxonomy["standard"];
  /** Every node; called once, on first use, so that an unused pack costs nothing at start-up. */
  readonly load: () => Iterable<TaxonomyNode>;
  /** Parent of a code by its form; the answer may be a code that the table lacks, which then counts as no parent. */
  readonly parent: (code: string) => string | undefined;
  /** Nearness of two known codes. */
  readonly similarity: (a: string, b: string) => number;
}

/** The decoded tables of one taxonomy. */
interface Tables {
  readonly nodes: ReadonlyMap<string, TaxonomyNode>;
  readonly codes: readonly string[];
  readonly children: ReadonlyMap<string, readonly string[]>;
}

function decode({ load, parent }: TaxonomySource): Tables {
  const nodes = new Map<string, TaxonomyNode>();
  for (const node of load()) nodes.set(node.code, node);
  // Codes are ASCII, where UTF-16 order is code-point order.
  const codes = [...nodes.keys()].sort((a, b) => (a < b ? -1 : 1));
  const children = new Map<string, string[]>();
  for (const code of codes) {
    const up = parent(code);
    if (up === undefined || !nodes.has(up)) continue;
    const siblings = children.get(up);
    if (siblings) siblings.push(code);
    else children.set(up, [code]);
  }
  return { nodes, codes, children };
}

/** Builds a {@link Taxonomy} that decodes its pack on first use (按需解码). */
export function createTaxonomy(source: TaxonomySource): Taxonomy {
  let decoded: Tables | undefined;
  const tables = (): Tables => {
    decoded ??= decode(source);
    return decoded;
  };
  const parent = (code: string): string | undefined => {
    const { nodes } = tables();
    if (!nodes.has(code)) return undefined;
    const up = source.parent(code);
    return up !== undefined && nodes.has(up) ? up : undefined;
  };
  return {
    standard: source.standard,
    has: (code) => tables().nodes.has(code),
    get: (code) => tables().nodes.get(code),
    parent,
    ancestors: (code) => {
      const chain: string[] = [];
      for (let up = parent(code); up !== undefined; up = parent(up)) chain.push(up);
      return chain;
    },
    children: (code) => tables().children.get(code) ?? [],
    leaves: () => tables().codes.filter((code) => !tables().children.has(code)),
    codes: () => tables().codes,
    similarity: (a, b) => (tables().nodes.has(a) && tables().nodes.has(b) ? source.similarity(a, b) : 0),
  };
}
