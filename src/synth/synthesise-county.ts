import { defaultChains, validateChain } from "../chain/index.js";
import { checkArray, checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import type { Chain, Demand, Table, Talent } from "../model/index.js";
import { type DemandRowTruth, demandSheets } from "./demand-sheets.js";
import { CLEAN_RATES, DIRT_RATES, type DirtName } from "./dirt.js";
import type { SheetFillerTruth } from "./sheet.js";
import { syntheticDemand } from "./synthetic-demand.js";
import { syntheticTalent } from "./synthetic-talent.js";
import type { TalentRowTruth } from "./talent-row.js";
import { talentSheets } from "./talent-sheets.js";

/** Options of {@link synthesiseCounty}. */
export interface SynthesiseCountyOptions {
  /** Safe integer >= 0; the same seed gives the same bytes. */
  readonly seed: number;
  /** Persons, >= 0. Default 2700. */
  readonly talents?: number;
  /** Demands over all rounds, >= 0. Default 900. */
  readonly demands?: number;
  /** Share of persons who stand in the lists more than once, 0..1. Default 0.06. */
  readonly duplicateShare?: number;
  /** Whether the sheets are dirty, or at which rates; {@link DIRT_RATES} by default, `false` for none. */
  readonly dirt?: boolean | Readonly<Partial<Record<DirtName, number>>>;
  /** Survey rounds, one demand sheet each, at least one. Default 2025H2 and 2026H1. */
  readonly rounds?: readonly string[];
  /** Chains that the demands belong to, at least one. Default: the fifteen that ship. */
  readonly chains?: readonly Chain[];
}

/** What is planted in a county's sheets (合成真值); plain JSON. */
export interface CountyTruth {
  readonly version: 1;
  readonly seed: number;
  /** What each row of each sheet is, in the order of the sheets' rows. */
  readonly rows: {
    readonly officials: readonly (TalentRowTruth | SheetFillerTruth)[];
    readonly experts: readonly (TalentRowTruth | SheetFillerTruth)[];
    readonly business: readonly (TalentRowTruth | SheetFillerTruth)[];
    readonly demands: readonly (readonly (DemandRowTruth | SheetFillerTruth)[])[];
  };
  /** Persons with several rows: 0-based rows of the tables. Everybody else has one. */
  readonly duplicates: readonly {
    readonly person: string;
    readonly rows: readonly { readonly table: "officials" | "experts" | "business"; readonly row: number }[];
  }[];
}

/** A county that never was (合成县). */
export interface SyntheticCounty {
  /** What is known of everybody, clean, each person once. */
  readonly talents: readonly Talent[];
  /** What is asked, clean; chains and segments by id. */
  readonly demands: readonly Demand[];
  /** The sheets as the offices sent them. */
  readonly tables: { readonly officials: Table; readonly experts: Table; readonly business: Table; readonly demands: readonly Table[] };
  readonly truth: CountyTruth;
}

const PLACE = "synthesiseCounty";

function ratesOf(dirt: SynthesiseCountyOptions["dirt"]): Readonly<Record<DirtName, number>> {
  if (dirt === undefined || dirt === true) return DIRT_RATES;
  if (dirt === false) return CLEAN_RATES;
  checkOptions(`${PLACE}: dirt`, dirt, Object.keys(DIRT_RATES));
  const rates: Record<DirtName, number> = { ...DIRT_RATES };
  for (const [name, rate] of Object.entries(dirt) as [DirtName, number][]) rates[name] = checkShare(`dirt.${name}`, rate);
  return rates;
}

function checkShare(name: string, value: unknown): number {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  const came = typeof value === "number" ? String(value) : typeof value;
  throw new GuiyanError("invalid-option", `${PLACE}: expected ${name} to be a number in 0..1, received ${came}`, { path: name.split(".") });
}

function checkChains(chains: readonly Chain[]): void {
  const [fault] = chains.flatMap((chain) => validateChain(chain));
  if (fault !== undefined) throw new GuiyanError("invalid-chain", `${PLACE}: ${fault.message}`, { path: fault.path });
  if (chains.length === 0)
    throw new GuiyanError("invalid-option", `${PLACE}: expected at least one chain, received none`, { path: ["chains"] });
}

function duplicatesOf(rows: CountyTruth["rows"]): CountyTruth["duplicates"] {
  const found = new Map<string, { table: "officials" | "experts" | "business"; row: number; copy: number }[]>();
  for (const table of ["officials", "experts", "business"] as const) {
    for (const [row, truth] of rows[table].entries()) {
      if (truth.kind !== "record") continue;
      const known = found.get(truth.person) ?? [];
      known.push({ table, row, copy: truth.copy });
      found.set(truth.person, known);
    }
  }
  return [...found]
    .filter(([, places]) => places.length > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([person, places]) => ({
      person,
      rows: places.sort((a, b) => a.copy - b.copy).map(({ table, row }) => ({ table, row })),
    }));
}

/**
 * A synthetic county with planted truth (合成县): its natives elsewhere in three department lists, its firms' demands in one sheet a round, and
 * what every row really is.
 *
 * Person i and demand i are the same whatever the totals are; only the order of rows depends on them. All people, firms and numbers are invented:
 * phones lie in a range that no operator has been allotted, e-mails at example.com.
 * @throws GuiyanError `invalid-option`, `unknown-option`, `invalid-chain`
 * @complexity O(n log n) in persons, O(demands × rounds)
 * @example
 * const { talents, tables, truth } = synthesiseCounty({ seed: 7, talents: 100, demands: 10 });
 * console.log(talents.length, truth.duplicates.length, tables.demands.length); // → 100 6 2
 */
export function synthesiseCounty(options: SynthesiseCountyOptions): SyntheticCounty {
  checkOptions(PLACE, options, ["seed", "talents", "demands", "duplicateShare", "dirt", "rounds", "chains"]);
  const seed = checkInteger(PLACE, "seed", options.seed, { min: 0 });
  const persons = checkInteger(PLACE, "talents", options.talents ?? 2700, { min: 0 });
  const posts = checkInteger(PLACE, "demands", options.demands ?? 900, { min: 0 });
  const share = checkShare("duplicateShare", options.duplicateShare ?? 0.06);
  const rates = ratesOf(options.dirt);
  const rounds = checkArray(PLACE, "rounds", options.rounds ?? ["2025H2", "2026H1"]);
  if (rounds.length === 0 || new Set(rounds).size < rounds.length)
    throw new GuiyanError("invalid-option", `${PLACE}: expected rounds to be distinct names, at least one`, { path: ["rounds"] });
  const chains = checkArray(PLACE, "chains", options.chains ?? defaultChains);
  checkChains(chains);

  const talents = Array.from({ length: persons }, (_, index) => syntheticTalent(seed, index));
  const worded = Array.from({ length: posts }, (_, index) => syntheticDemand(seed, index, chains, rounds));
  const lists = talentSheets(seed, talents, share, rates);
  const sheets = demandSheets(seed, worded, rounds, rates);
  const rows = {
    officials: lists.official.rows,
    experts: lists.expert.rows,
    business: lists.business.rows,
    demands: sheets.map((sheet) => sheet.rows),
  };
  return {
    talents,
    demands: worded.map(({ demand }) => demand),
    tables: {
      officials: lists.official.table,
      experts: lists.expert.table,
      business: lists.business.table,
      demands: sheets.map((sheet) => sheet.table),
    },
    truth: { version: 1, seed, rows, duplicates: duplicatesOf(rows) },
  };
}
