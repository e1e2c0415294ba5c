/** Which pairs of a cluster's records are joined (连接矩阵): a bit for each, m²/8 bytes. */
export class LinkMatrix {
  readonly size: number;
  readonly #words: number;
  readonly #bits: Uint32Array;

  constructor(size: number) {
    this.size = size;
    this.#words = (size + 31) >>> 5;
    this.#bits = new Uint32Array(size * this.#words);
  }

  join(a: number, b: number): void {
    this.#set(a, b);
    this.#set(b, a);
  }

  #set(row: number, column: number): void {
    const at = row * this.#words + (column >>> 5);
    this.#bits[at] = (this.#bits[at] as number) | (1 << (column & 31));
  }

  /** The first record from `from` on that is joined to `row`, -1 where there is none. */
  next(row: number, from: number): number {
    const start = row * this.#words;
    for (let word = from >>> 5, mask = -1 << (from & 31); word < this.#words; word++, mask = -1) {
      const found = (this.#bits[start + word] as number) & mask;
      if (found !== 0) return (word << 5) + 31 - Math.clz32(found & -found);
    }
    return -1;
  }
}

/** A depth-first walk over the joined records (深度优先森林): one tree for each connected part. */
export interface LinkForest {
  /** Records in the order of the walk; a tree's, and each subtree's, stand together. */
  readonly sequence: Int32Array;
  /** Place of each record in `sequence`. */
  readonly order: Int32Array;
  /** One past the place of the last record of its subtree. */
  readonly end: Int32Array;
  /** The record from which each was reached, -1 for the first of its part. */
  readonly parent: Int32Array;
  /** Whether the link to the parent is the only one between its subtree and the rest (割边). */
  readonly bridge: Uint8Array;
}

/**
 * Walks the links depth first, without recursion, and finds the bridges on the way.
 * @complexity O(m²/32 + links)
 * @source R. Tarjan, Inf. Process. Lett. 2 (1974) 160–161
 */
export function linkForest(links: LinkMatrix): LinkForest {
  const { size } = links;
  const sequence = new Int32Array(size);
  const order = new Int32Array(size).fill(-1);
  const end = new Int32Array(size);
  const parent = new Int32Array(size).fill(-1);
  const bridge = new Uint8Array(size);
  // Least place that a subtree reaches by a link that is not of the tree.
  const low = new Int32Array(size);
  const from = new Int32Array(size);
  let seen = 0;
  const enter = (record: number): void => {
    low[record] = seen;
    order[record] = seen;
    sequence[seen++] = record;
  };
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let record = root; record !== -1; ) {
      const above = parent[record] as number;
      const other = links.next(record, from[record] as number);
      if (other !== -1) {
        from[record] = other + 1;
        if (order[other] === -1) {
          parent[other] = record;
          enter(other);
          record = other;
        } else if (other !== above) low[record] = Math.min(low[record] as number, order[other] as number);
        continue;
      }
      end[record] = seen;
      if (above !== -1) {
        low[above] = Math.min(low[above] as number, low[record] as number);
        if ((low[record] as number) > (order[above] as number)) bridge[record] = 1;
      }
      record = above;
    }
  }
  return { sequence, order, end, parent, bridge };
}
