import type { Demand } from "../../src/model/index.js";

/** One contact with its week. */
export interface Dated {
  readonly talent: string;
  readonly demand: string;
  readonly week: number;
}

/** Caps as the test names them. */
export interface Caps {
  readonly talentWeek: number;
  readonly talent: number;
  readonly enterpriseWeek: number;
  readonly week: number;
}

/** Whether one contact more in a week breaks a cap, by counting all that stand. */
export function breaksCap(placed: readonly Dated[], contact: Dated, demands: ReadonlyMap<string, Demand>, caps: Caps): boolean {
  const enterprise = (demand: string) => demands.get(demand)?.enterprise;
  const there = placed.filter(({ week }) => week === contact.week);
  const mine = enterprise(contact.demand);
  return (
    placed.filter(({ talent }) => talent === contact.talent).length >= caps.talent ||
    there.filter(({ talent }) => talent === contact.talent).length >= caps.talentWeek ||
    (mine !== undefined && there.filter(({ demand }) => enterprise(demand) === mine).length >= caps.enterpriseWeek) ||
    there.length >= caps.week
  );
}
