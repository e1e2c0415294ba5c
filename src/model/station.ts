/** A recruiting workstation away from home (招才引智工作站). */
export interface Station {
  readonly id: string;
  readonly name: string;
  /** Where it stands, GB/T 2260. */
  readonly region: string;
  /** Ids of the talents who head and staff it; the head first. */
  readonly staff: readonly string[];
}
