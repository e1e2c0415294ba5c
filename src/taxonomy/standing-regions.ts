import type { RegionReading } from "./read-region-chain.js";
import { regionStem } from "./region-stem.js";
import { regionInside } from "./region-tree.js";
import { regions } from "./regions.js";

const MUNICIPALITY = /^(?:11|12|31|50)/;

/** 区 below a city or municipality. */
function isDistrict(code: string): boolean {
  return !code.endsWith("00") && regionStem(regions.get(code)?.name ?? "").generic.endsWith("区");
}

/** 市 of prefecture rank, which goes bare as a province does (吉林). */
function isPrefectureCity(code: string): boolean {
  return code.endsWith("00") && !code.endsWith("0000") && (regions.get(code)?.name ?? "").endsWith("市");
}

/**
 * Whether a bare name (专名) means `other` rather than `code`:
 *
 * 1. a province outranks its namesakes, prefecture cities aside: 海南 is the province, 吉林 is open;
 * 2. a unit outranks what lies in it: 濮阳 is 濮阳市, not 濮阳县;
 * 3. a district outside the municipalities goes by its suffix where a city or county has the name: 海城 is 海城市, not 海城区 of 北海;
 *    but 海淀 and 浦东 go bare as cities do, so that 朝阳 is open.
 */
function isOutranked(code: string, other: string): boolean {
  if (code === other) return false;
  if (other.endsWith("0000")) return !isPrefectureCity(code);
  if (regionInside(code, other)) return true;
  return isDistrict(code) && !MUNICIPALITY.test(code) && !isDistrict(other);
}

/** What a text's readings come to. */
export interface StandingRegions {
  /** The reading that explains most of the text with the most official names. */
  readonly best: RegionReading;
  /** Units that stand, ascending; several where the text does not tell. */
  readonly codes: readonly string[];
  /** Whether namesakes were set aside by rank. */
  readonly outranked: boolean;
}

/**
 * The readings that stand (择优): the furthest, of these the ones with the most official names, of bare names the ones of highest rank.
 * @returns undefined where there is no reading
 */
export function standingRegions(readings: readonly RegionReading[]): StandingRegions | undefined {
  const end = Math.max(...readings.map((reading) => reading.end));
  const furthest = readings.filter((reading) => reading.end === end);
  const cost = Math.min(...furthest.map((reading) => reading.cost));
  const cheapest = furthest.filter((reading) => reading.cost === cost);
  const best = cheapest[0];
  if (best === undefined) return undefined;
  const all = [...new Set(cheapest.map((reading) => reading.code))].sort();
  const kind = best.steps.at(-1)?.kind ?? "name";
  // A former name of a city and of its later district (浑江市) is the city's.
  const isHeld = (code: string, other: string) => code !== other && !other.endsWith("0000") && regionInside(code, other);
  const yields = kind.endsWith("stem") ? isOutranked : kind === "former" ? isHeld : undefined;
  const codes = yields === undefined ? all : all.filter((code) => !all.some((other) => yields(code, other)));
  const first = cheapest.find((reading) => reading.code === codes[0]) ?? best;
  return { best: first, codes, outranked: codes.length < all.length };
}
