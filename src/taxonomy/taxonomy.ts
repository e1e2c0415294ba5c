/** One node of a code tree (代码节点). */
export interface TaxonomyNode {
  readonly code: string;
  /** Official Chinese name. */
  readonly name: string;
  /** Name of the node's level, e.g. `county`, `discipline`, `class`. */
  readonly level: string;
}

/**
 * A tree of codes with its standard named (代码体系): regions, fields, industries.
 * Codes of another system, retired codes and padded spellings are read by the `resolve*` functions, not here.
 */
export interface Taxonomy {
  /** Which standard and edition the codes follow. */
  readonly standard: { readonly name: string; readonly edition: string; readonly source: string };
  has(code: string): boolean;
  get(code: string): TaxonomyNode | undefined;
  /** Code of the parent; undefined for a root or an unknown code. */
  parent(code: string): string | undefined;
  /** Codes from the parent up to the root, nearest first; empty for a root or an unknown code. */
  ancestors(code: string): readonly string[];
  /** Codes one level down in ascending order; empty for a leaf or an unknown code. */
  children(code: string): readonly string[];
  /** Codes without children, ascending. */
  leaves(): readonly string[];
  /** Every code, ascending. */
  codes(): readonly string[];
  /** Nearness of two codes, an integer 0..1000; 0 where one is unknown. Symmetric. */
  similarity(a: string, b: string): number;
}
