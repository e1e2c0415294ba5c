import { checkOptions } from "../errors/index.js";
import { CHAIN_STAGES, type Chain, type ChainSegment, type ChainStage } from "../model/index.js";
import { canonicalField, fields, industries, type Taxonomy } from "../taxonomy/index.js";
import type { ChainFault, ChainFaultCode } from "./chain-fault.js";
import { presetFault } from "./chain-weights.js";
import { cycleMembers } from "./cycle-members.js";

/** Code trees that a chain's codes must stand in; the library's own by default. */
export interface ValidateChainOptions {
  readonly fields?: Pick<Taxonomy, "has">;
  readonly industries?: Pick<Taxonomy, "has">;
}

type Report = (code: ChainFaultCode, path: readonly (string | number)[], message: string, messageZh: string) => void;

const rankOf = (stage: ChainStage): number => CHAIN_STAGES.indexOf(stage);

/** Feeds that name a segment twice, one that is not there, or one nearer the source. */
function checkFeeds(segment: ChainSegment, i: number, byId: ReadonlyMap<string, ChainSegment>, report: Report): void {
  const seen = new Set<string>();
  for (const [j, target] of segment.feeds.entries()) {
    const path = ["segments", i, "feeds", j];
    const fed = byId.get(target);
    if (fed === undefined)
      report("feed-unknown", path, `expected the id of a segment of the chain, received "${target}"`, `应为本链环节编号，收到“${target}”`);
    else if (rankOf(fed.stage) < rankOf(segment.stage))
      report(
        "feed-upstream",
        path,
        `expected a segment at ${segment.stage} or below, "${target}" is ${fed.stage}`,
        `供给方向应由上游到下游，“${target}”在更上游`,
      );
    if (seen.has(target)) report("feed-duplicate", path, `expected each segment once, "${target}" is repeated`, `“${target}”重复`);
    seen.add(target);
  }
}

/** Segments whose feeds lead back to them; what lies behind a cycle is not at fault. */
function checkCycles(chain: Chain, byId: ReadonlyMap<string, ChainSegment>, report: Report): void {
  const members = cycleMembers(new Map([...byId].map(([id, { feeds }]) => [id, feeds])));
  for (const [i, { id }] of chain.segments.entries()) {
    if (members.has(id))
      report("feed-cycle", ["segments", i, "feeds"], `expected no way back to "${id}", its feeds lead to it`, `“${id}”的供给关系成环`);
  }
}

/** Codes of one tree that it lacks, and weights out of range. */
function checkCodes(member: "fields" | "industries", segment: ChainSegment, i: number, tree: Pick<Taxonomy, "has">, report: Report): void {
  const canonical = new Set<string>();
  for (const [code, weight] of Object.entries(segment[member])) {
    const path = ["segments", i, member, code];
    const system = member === "fields" ? "the graduate catalogue (学科目录)" : "GB/T 4754-2017";
    if (!tree.has(code)) {
      const fault = member === "fields" ? "field-unknown" : "industry-unknown";
      report(fault, path, `expected a code of ${system}, received "${code}"`, `“${code}”不在${system}中`);
    }
    if (!(Number.isInteger(weight) && weight >= 1 && weight <= 1000))
      report("weight-invalid", path, "expected the weight to be an integer in 1..1000", "权重应为 1 到 1000 的整数");
    if (member !== "fields") continue;
    const home = canonicalField(code);
    if (canonical.has(home))
      report("field-duplicate", path, `expected each field once, "${code}" is another code of ${home}`, `“${code}”与 ${home} 为同一学科`);
    canonical.add(home);
  }
}

/**
 * Faults of a chain whose shape is right (校验产业链): feeds that lead nowhere, back or upstream, codes that their trees lack, weights out of range,
 * preset weights that do not sum to 1000.
 *
 * The shape itself is `parseChain`'s. A chain without faults has an acyclic, downstream-going segment graph.
 * @returns faults in the order of segments, cycles last; empty for a sound chain
 * @complexity O(segments + feeds + codes)
 * @throws GuiyanError `unknown-option`
 * @example
 * console.log(defaultChains.flatMap((chain) => validateChain(chain)).length); // → 0
 */
export function validateChain(chain: Chain, options: ValidateChainOptions = {}): ChainFault[] {
  checkOptions("validateChain", options, ["fields", "industries"]);
  const faults: ChainFault[] = [];
  const report: Report = (code, path, message, messageZh) => {
    faults.push({
      code,
      path,
      message: `chain "${chain.id}": ${path.join(".")}: ${message}`,
      messageZh: `产业链“${chain.name}”：${messageZh}`,
    });
  };
  if (chain.segments.length === 0)
    report("segment-missing", ["segments"], "expected at least one segment, received none", "至少应有一个环节");
  const preset = presetFault(chain);
  if (preset)
    report("preset-invalid", preset, "expected integers >= 0 by core dimension that sum to 1000", "预设权重应为合计 1000 的非负整数");
  const byId = new Map<string, ChainSegment>();
  for (const [i, segment] of chain.segments.entries()) {
    if (byId.has(segment.id))
      report(
        "segment-duplicate",
        ["segments", i, "id"],
        `expected each id once, "${segment.id}" is repeated`,
        `环节编号“${segment.id}”重复`,
      );
    else byId.set(segment.id, segment);
  }
  for (const [i, segment] of chain.segments.entries()) {
    checkFeeds(segment, i, byId, report);
    if (Object.keys(segment.fields).length === 0)
      report("field-missing", ["segments", i, "fields"], "expected at least one field", `环节“${segment.name}”至少应有一个学科`);
    checkCodes("fields", segment, i, options.fields ?? fields, report);
    checkCodes("industries", segment, i, options.industries ?? industries, report);
  }
  checkCycles(chain, byId, report);
  return faults;
}
