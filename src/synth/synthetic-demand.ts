import type { Chain, ChainSegment, Demand, Requirement } from "../model/index.js";
import { type DegreeLevel, fieldAndBelow, fields, industries } from "../taxonomy/index.js";
import { Draw, parseWeights, weightTable } from "./draw.js";
import {
  DEGREE_MINIMA,
  DEGREE_PHRASES,
  DEGREE_WORDS,
  FIELD_TAILS,
  FIRM_NAMES,
  ORIGIN_ASKS,
  OTHER_ASKS,
  PAY_BY_DEGREE,
  PROTECTED_ASKS,
  TITLE_ASKS,
  WORKPLACES,
} from "./packs/demand-pack.js";
import { STREAMS, subStream } from "./sub-stream.js";
import { syntheticBrand } from "./synthetic-career.js";

/** A synthetic demand with the words that its firm used. */
export interface WordedDemand {
  readonly demand: Demand;
  readonly words: {
    readonly chain: string;
    readonly segment: string;
    /** 学历要求; `不限` where there is no minimum. */
    readonly degree: string;
    /** 专业要求 as a list; empty where none is named. */
    readonly fields: string;
    readonly title: string;
    /** The remaining clauses: preferences, limits, experience. */
    readonly others: readonly string[];
    readonly pay: string;
    /** A number, or 若干. */
    readonly headcount: number | "若干";
  };
}

const minima = /* @__PURE__ */ weightTable(Object.entries(DEGREE_MINIMA) as [DegreeLevel, number][]);
const titleAsks = /* @__PURE__ */ weightTable(TITLE_ASKS.map((ask) => [ask, ask[3]] as const));
const workplaces = /* @__PURE__ */ parseWeights(WORKPLACES);
const headcounts = /* @__PURE__ */ parseWeights("1:300 2:260 3:150 4:40 5:110 6:20 8:20 10:50 15:10 20:20");
/** Chains that the county publishes draw more demands than the others. */
const CHAIN_WEIGHT = { published: 4, other: 1 };

/** A firm of the county in this segment; a chain's segment has up to six, the first ones with more posts. */
function firmOf(
  seed: number,
  chain: Chain,
  segment: ChainSegment,
  draw: Draw,
): { enterprise: string; industry: string; workplace: string } {
  const number = Math.min(draw.between(0, 5), draw.between(0, 5));
  let key = number;
  for (const character of `${chain.id}/${segment.id}`) key = (Math.imul(key, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  const own = new Draw(subStream(seed, STREAMS.enterprise, key));
  const trade = segment.name.split(/[、与和]/)[0] ?? segment.name;
  const trades = weightTable(Object.entries(segment.industries));
  const industry = trades.items.length === 0 ? "" : own.weighted(trades);
  const enterprise = own.pick(FIRM_NAMES).replace("bb", syntheticBrand(own)).replace("S", trade);
  return { enterprise, industry, workplace: own.weighted(workplaces) };
}

function payOf(level: DegreeLevel, draw: Draw): { text: string; pay: Demand["payPerMonthYuan"] } {
  const [least, most] = PAY_BY_DEGREE[level];
  const low = draw.between(least, most);
  const high = low + draw.between(2, 6);
  const pay = { min: low * 1000, max: high * 1000 };
  const yearly = { min: Math.round((low * 10_000) / 12), max: Math.round((high * 10_000) / 12) };
  const tenths = (thousands: number) => (thousands < 10 ? `${thousands}千` : `${thousands / 10}万`);
  const forms: readonly (readonly [string, Demand["payPerMonthYuan"]])[] = [
    ["面议", undefined],
    ["面议", undefined],
    [`${low}-${high}K`, pay],
    [`${low}-${high}K·${draw.pick([13, 14, 15, 16])}薪`, pay],
    [`${tenths(low)}-${tenths(high)}`, pay],
    [`${low * 1000}-${high * 1000}元/月`, pay],
    // Yearly pay in 万: the same figures read as ten thousands a year.
    [`${low}-${high}万/年`, yearly],
  ];
  const [text, read] = draw.pick(forms);
  return { text, pay: read };
}

/** Fields of a segment that a post asks for, the weighty ones first. */
function askedFields(segment: ChainSegment, draw: Draw): string[] {
  const table = weightTable(Object.entries(segment.fields));
  if (table.items.length === 0) return [];
  const asked = new Set<string>();
  const wanted = draw.between(1, 3);
  for (let i = 0; i < wanted; i++) asked.add(draw.weighted(table));
  return [...asked];
}

function requirementsOf(
  segment: ChainSegment,
  draw: Draw,
): { requirements: Requirement[]; words: Omit<WordedDemand["words"], "chain" | "segment" | "pay" | "headcount">; level: DegreeLevel } {
  const requirements: Requirement[] = [];
  const ask = (requirement: Requirement) => requirements.push(requirement);
  const level = draw.weighted(minima);
  const word = draw.pick(DEGREE_WORDS[level]);
  const degree = level === "none" ? word : draw.pick(DEGREE_PHRASES).replace("L", word);
  const prefersDoctor = draw.chance(0.12) && level === "master";
  if (level !== "none") {
    ask({ dimension: "degree", kind: "hard", values: [level], sourceText: degree });
    // A minimum weighs too, so that who is known to meet it stands before who must be asked; a preference of its own takes that place.
    ask({ dimension: "degree", kind: "soft", values: [prefersDoctor ? "doctor" : level], sourceText: prefersDoctor ? "博士优先" : degree });
  }
  const asked = draw.chance(0.94) ? askedFields(segment, draw) : [];
  const list = asked.map((code) => fields.get(code)?.name ?? code).join("、");
  const fieldWords = list === "" ? "" : list + draw.pick(FIELD_TAILS);
  if (asked.length > 0)
    ask({ dimension: "field", kind: "soft", values: [...new Set(asked.flatMap(fieldAndBelow))], sourceText: fieldWords });
  const [grade, kind, title] = draw.weighted(titleAsks);
  if (grade !== undefined) {
    ask({ dimension: "title", kind, values: [grade], sourceText: title });
    if (kind === "hard") ask({ dimension: "title", kind: "soft", values: [grade], sourceText: title });
  }
  const others: string[] = [];
  if (prefersDoctor) others.push("博士优先");
  for (const [code, text, percent] of ORIGIN_ASKS) {
    if (!draw.chance(percent / 100) || requirements.some(({ dimension }) => dimension === "region")) continue;
    ask({ dimension: "region", kind: "soft", values: [code], basis: "hometown", sourceText: text });
    others.push(text);
  }
  for (const [dimension, value, text, percent] of PROTECTED_ASKS) {
    if (!draw.chance(percent / 100) || requirements.some((known) => known.dimension === dimension)) continue;
    ask({ dimension, kind: "ignore", values: [value], sourceText: text });
    others.push(text);
  }
  if (draw.chance(0.4)) others.push(draw.pick(OTHER_ASKS));
  return { requirements, words: { degree, fields: fieldWords, title, others }, level };
}

/**
 * Synthetic demand `index` of a county (合成需求), the same however many others there are: a post of a firm in some segment of some chain, with what the
 * firm asks and how it says so.
 * @param seed safe integer >= 0
 */
export function syntheticDemand(seed: number, index: number, chains: readonly Chain[], rounds: readonly string[]): WordedDemand {
  const draw = new Draw(subStream(seed, STREAMS.demand, index));
  const chain = draw.weighted(
    weightTable(chains.map((one) => [one, one.provenance === "published" ? CHAIN_WEIGHT.published : CHAIN_WEIGHT.other] as const)),
  );
  const segment = draw.pick(chain.segments);
  const { enterprise, industry, workplace } = firmOf(seed, chain, segment, draw);
  const { requirements, words, level } = requirementsOf(segment, draw);
  const { text, pay } = payOf(level, draw);
  const headcount = draw.chance(0.05) ? "若干" : Number(draw.weighted(headcounts));
  const urgency = draw.pick([1, 2, 3, 3, 3, 4, 4, 5] as const);
  return {
    demand: {
      id: `d${String(index + 1).padStart(6, "0")}`,
      enterprise,
      post: draw.pick(segment.occupations?.length ? segment.occupations : ["技术员"]),
      chain: chain.id,
      segment: segment.id,
      ...(headcount === "若干" ? {} : { headcount }),
      round: draw.pick(rounds),
      urgency,
      workplace,
      ...(industries.has(industry) ? { industry } : {}),
      ...(pay === undefined ? {} : { payPerMonthYuan: pay }),
      requirements,
    },
    words: { ...words, chain: chain.name, segment: segment.name, pay: text, headcount },
  };
}
