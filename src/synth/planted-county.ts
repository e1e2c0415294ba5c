import { defaultChains, validateChain } from "../chain/index.js";
import { checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import type { Chain, Demand, Station, Talent } from "../model/index.js";
import { canonicalField, type DegreeLevel, fieldAndBelow, fields } from "../taxonomy/index.js";
import { Draw } from "./draw.js";
import { STREAMS, subStream } from "./sub-stream.js";
import { syntheticTalent } from "./synthetic-talent.js";

/** Options of {@link plantedCounty}. */
export interface PlantedCountyOptions {
  /** Safe integer >= 0; the same seed gives the same bytes. */
  readonly seed: number;
  /** Chain whose map is planted. Default: the first that ships. */
  readonly chain?: Chain;
  /** People with nothing to do with the chain. Default 300. */
  readonly background?: number;
  /** Gaps: cells that ask for what nobody holds. Default 2; 0 for a county where supply meets demand. */
  readonly gaps?: number;
  /** Employers rich in what is next to the gaps; needs a gap. Default 2. */
  readonly hubs?: number;
  /** People without whom one post stays empty. Default 2. */
  readonly bridges?: number;
}

/** What is planted in a county's map (图谱真值). */
export interface MapTruth {
  readonly gaps: readonly { readonly segment: string; readonly field: string; readonly level: DegreeLevel; readonly missing: number }[];
  readonly hubs: readonly { readonly institution: string; readonly city: string }[];
  /** Ids of talents. */
  readonly bridges: readonly string[];
}

/** A county made for one chain's map, with what is in it (预设图谱的合成县). */
export interface PlantedCounty {
  readonly chain: Chain;
  readonly talents: readonly Talent[];
  readonly demands: readonly Demand[];
  readonly stations: readonly Station[];
  readonly truth: MapTruth;
}

const PLACE = "plantedCounty";
/** Disciplines far from industry: philosophy, law, literature, history; those that a chain needs none of are its bystanders'. */
const ELSEWHERE = ["0101", "0301", "0501", "0602"];
/** Cities far apart, in each of which a hub may stand. */
const HUB_CITIES = ["420100", "510100", "330200", "610100", "440300", "350200"];
/** People at each hub. */
const HUB_PEOPLE = 14;
const LEVELS: readonly DegreeLevel[] = ["bachelor", "master", "doctor"];

/** One discipline and a segment that needs it; no two share a discipline. */
interface Cell {
  readonly segment: string;
  readonly field: string;
}

/** Disciplines of a chain, each with the first segment that needs it. */
function cellsOf(chain: Chain): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { id, fields: needed } of chain.segments) {
    for (const code of Object.keys(needed)) {
      const field = canonicalField(code).slice(0, 4);
      if (field.length === 4 && fields.has(field) && !cells.has(field)) cells.set(field, { segment: id, field });
    }
  }
  return [...cells.values()];
}

/**
 * A county whose map holds known gaps, hubs and bridges (预设图谱的合成县), so that what finds them can be judged.
 *
 * Each discipline of the chain is asked for by one firm. Where nothing is planted, as many people as there are posts and three more hold it, each with an employer of
 * their own; a gap's discipline nobody holds; a bridge's post one person alone can fill; a hub's people hold disciplines next to the gaps'.
 * @throws GuiyanError `invalid-option` where the chain has too few disciplines for what is to be planted, `unknown-option`, `invalid-chain`
 * @complexity O(people + disciplines)
 * @example
 * const { truth } = plantedCounty({ seed: 1, gaps: 1, hubs: 1, bridges: 1 });
 * console.log(truth.gaps.length, truth.hubs.length, truth.bridges.length); // → 1 1 1
 */
export function plantedCounty(options: PlantedCountyOptions): PlantedCounty {
  checkOptions(PLACE, options, ["seed", "chain", "background", "gaps", "hubs", "bridges"]);
  const seed = checkInteger(PLACE, "seed", options.seed, { min: 0 });
  const count = (name: "background" | "gaps" | "hubs" | "bridges", usual: number) =>
    checkInteger(PLACE, name, options[name] ?? usual, { min: 0 });
  const chain = options.chain ?? (defaultChains[0] as Chain);
  const [fault] = validateChain(chain);
  if (fault !== undefined) throw new GuiyanError("invalid-chain", `${PLACE}: ${fault.message}`, { path: fault.path });
  const draw = new Draw(subStream(seed, STREAMS.planted, 0));
  const cells = draw.shuffled(cellsOf(chain));
  const [gapCount, bridgeCount] = [count("gaps", 2), count("bridges", 2)];
  const hubCount = gapCount === 0 ? 0 : Math.min(HUB_CITIES.length, count("hubs", 2));
  if (gapCount + bridgeCount + 1 > cells.length) {
    throw new GuiyanError(
      "invalid-option",
      `${PLACE}: expected at most ${cells.length - 1} gaps and bridges, the chain's disciplines but one`,
      {
        path: ["gaps"],
      },
    );
  }
  const [lacking, bridged, met] = [
    cells.slice(0, gapCount),
    cells.slice(gapCount, gapCount + bridgeCount),
    cells.slice(gapCount + bridgeCount),
  ];
  const planter = new Planter(seed, draw, chain);
  const gaps = lacking.map((cell) => planter.ask(cell, draw.between(2, 5)));
  const bridges = bridged.map((cell) => {
    const { level } = planter.ask(cell, 1);
    return planter.person([cell.field], level, planter.employer(), planter.city());
  });
  for (const cell of met) {
    const { level, missing: posts } = planter.ask(cell, draw.between(1, 4));
    for (let i = 0; i < posts + 3; i++) planter.person([cell.field], level, planter.employer(), planter.city());
  }
  const hubs = draw
    .shuffled(HUB_CITIES)
    .slice(0, hubCount)
    .map((city, i) => {
      const institution = `${planter.brand(i)}大学`;
      const near = neighbours(cells, lacking);
      for (let p = 0; p < HUB_PEOPLE; p++) planter.person([near[p % near.length] as string], "doctor", institution, city);
      return { institution, city };
    });
  const elsewhere = ELSEWHERE.filter((field) => !cells.some((cell) => cell.field === field));
  for (let i = count("background", 300); i > 0; i--) planter.bystander(draw.pick(elsewhere));
  const staff = planter.talents.slice(-2).map(({ id }) => id);
  return {
    chain,
    talents: planter.talents,
    demands: planter.demands,
    stations: [{ id: "sh", name: "上海工作站", region: "310000", staff }],
    truth: { gaps, hubs, bridges },
  };
}

/** Disciplines of the categories of the gaps that no cell of the chain asks for, or an own one of the category. */
function neighbours(cells: readonly Cell[], lacking: readonly Cell[]): string[] {
  const used = new Set(cells.map(({ field }) => field));
  const near = lacking.flatMap(({ field }) => fields.children(field.slice(0, 2)).filter((code) => !used.has(code)));
  return [...new Set(near)].slice(0, 8);
}

/** Writes people and demands with running numbers. */
class Planter {
  readonly talents: Talent[] = [];
  readonly demands: Demand[] = [];
  readonly #seed: number;
  readonly #draw: Draw;
  readonly #chain: Chain;

  constructor(seed: number, draw: Draw, chain: Chain) {
    this.#seed = seed;
    this.#draw = draw;
    this.#chain = chain;
  }

  /** One firm's demand for a discipline; what it would lack if nobody held it. */
  ask({ segment, field }: Cell, posts: number): MapTruth["gaps"][number] {
    const level = this.#draw.pick(LEVELS);
    const number = this.demands.length + 1;
    this.demands.push({
      id: `d${String(number).padStart(4, "0")}`,
      enterprise: `南乐${this.brand(number)}有限公司`,
      chain: this.#chain.id,
      segment,
      headcount: posts,
      urgency: this.#draw.pick([1, 2, 3, 4, 5] as const),
      requirements: [
        { dimension: "degree", kind: "hard", values: [level] },
        { dimension: "field", kind: "soft", values: fieldAndBelow(field) },
      ],
    });
    return { segment, field, level, missing: posts };
  }

  /** A person whose facts are all known. @returns their id */
  person(held: readonly string[], degree: DegreeLevel, organization: string, residence: string): string {
    const { name } = syntheticTalent(this.#seed, this.talents.length);
    const id = `p${String(this.talents.length + 1).padStart(5, "0")}`;
    this.talents.push({ id, ...(name ? { name } : {}), fields: held, degree, organization, residence, hometown: "410923" });
    return id;
  }

  /** Somebody of another trade, with the facts that a registry happens to know. */
  bystander(field: string): void {
    const { industries: _, ...facts } = syntheticTalent(this.#seed, this.talents.length);
    const id = `p${String(this.talents.length + 1).padStart(5, "0")}`;
    this.talents.push({ ...facts, id, fields: [field] });
  }

  /** An employer of its own for each person. */
  employer(): string {
    return `${this.brand(this.talents.length)}研究所`;
  }

  city(): string {
    return this.#draw.pick(["310115", "310104", "120101", "110108", "410105", "320505", "370202", "440106", "430102", "500103"]);
  }

  /** An invented name for a number, no two alike. */
  brand(number: number): string {
    const characters = "云川禾岭青松远景明泽安和瑞丰";
    let text = "";
    for (let rest = number + 14; rest > 0; rest = Math.floor(rest / 14)) text += characters[rest % 14];
    return text;
  }
}
