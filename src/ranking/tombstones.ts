/** Rows that have been removed from a segment (墓碑): one bit a row. */
export type Tombstones = Uint8Array;

/** No row removed yet. */
export function makeTombstones(size: number): Tombstones {
  return new Uint8Array((size + 7) >>> 3);
}

/** Whether a row has been removed. */
export function isDead(dead: Tombstones | undefined, row: number): boolean {
  return dead !== undefined && ((dead[row >>> 3] as number) & (1 << (row & 7))) !== 0;
}

/** Marks a row as removed. */
export function bury(dead: Tombstones, row: number): void {
  dead[row >>> 3] = (dead[row >>> 3] as number) | (1 << (row & 7));
}
