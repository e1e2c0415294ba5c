import { basename } from "node:path";
import {
  type AnyGraph,
  defaultChains,
  fieldRelations,
  gaps,
  mapAll,
  type TalentMap,
  toGexf,
  toGraphml,
  toMapJson,
  toMermaid,
} from "../chain/index.js";
import { GuiyanError } from "../errors/index.js";
import { CHAIN_STAGES } from "../model/index.js";
import { type OutputFile, writeFolder } from "../node/index.js";
import { mapText } from "../report/index.js";
import { codeLabel } from "../taxonomy/index.js";
import type { Command } from "./command.js";
import { MATCH_OPTIONS } from "./match-command.js";
import { COMMON_OPTIONS, type OptionSpecs } from "./parse-arguments.js";
import { readDemandFile, readTalentFile, refuseDuplicateIds } from "./read-inputs.js";
import { UsageError } from "./usage-error.js";

const STAGE_TITLES = { upstream: "上游", midstream: "中游", downstream: "下游" } as const;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The supply of one chain as a picture: its segments, how many people serve each and how many posts are missing, and what feeds what. */
function mermaidOf(map: TalentMap): string {
  const graph: AnyGraph = map.graph.copy();
  const segments = graph.filterNodes((_, { kind }) => kind === "segment");
  const missing = new Map<string, number>();
  for (const gap of gaps(map)) missing.set(gap.segment, (missing.get(gap.segment) ?? 0) + gap.missing);
  for (const key of segments) {
    const { id, name } = graph.getNodeAttributes(key);
    const people = map.links.filter(({ segment }) => segment === id).length;
    graph.setNodeAttribute(key, "name", `${name} ${people}人${missing.get(id) ? `，缺${missing.get(id)}` : ""}`);
  }
  const edges = graph.filterEdges((_, { kind }) => kind === "feeds");
  return toMermaid(graph, {
    nodes: segments,
    edges,
    group: "stage",
    groups: CHAIN_STAGES.map((stage) => [stage, STAGE_TITLES[stage]] as const),
  });
}

/** Files of one map. */
function filesOf(map: TalentMap, lang: "zh" | "en"): OutputFile[] {
  const { id } = map.chain;
  return [
    { name: `${id}.txt`, bytes: encode(mapText(map, { lang })) },
    { name: `${id}.gexf`, bytes: encode(toGexf(map.graph)) },
    { name: `${id}.graphml`, bytes: encode(toGraphml(map.graph)) },
    { name: `${id}.json`, bytes: encode(`${JSON.stringify(toMapJson(map.graph))}\n`) },
    { name: `${id}.mmd`, bytes: encode(mermaidOf(map)) },
  ];
}

/** `guiyan map`: the talent maps of the chains. */
export const mapCommand: Command = {
  name: "map",
  synopsis: "TALENTS DEMANDS --out DIR",
  summary: {
    zh: "绘制十五条产业链的人才图谱：简报（txt）、GEXF、GraphML、JSON 与 Mermaid；含姓名，供内部使用",
    en: "draws the talent maps of the fifteen chains: text, GEXF, GraphML, JSON and Mermaid; they name persons, for internal use",
  },
  options: {
    out: MATCH_OPTIONS["out"] as OptionSpecs[string],
    chain: { type: "string", value: "ID", zh: "只绘制一条产业链，如 food-processing", en: "one chain only, e.g. food-processing" },
    "keep-duplicate-ids": MATCH_OPTIONS["keep-duplicate-ids"] as OptionSpecs[string],
    force: MATCH_OPTIONS["force"] as OptionSpecs[string],
    ...COMMON_OPTIONS,
  },
  examples: [
    "guiyan map talents.xlsx demands.xlsx --out maps",
    "guiyan map talents.xlsx demands.xlsx --out maps --chain bio-based-materials",
  ],
  async run(args, lang, terminal) {
    const [talentsPath, demandsPath, ...more] = args.positionals;
    const outDir = args.text("out");
    if (talentsPath === undefined || demandsPath === undefined || more.length > 0 || outDir === undefined || outDir === "")
      throw new UsageError("map: expected a talent file, a demand file and --out DIR", "map：请给出人才表、需求表和 --out 目录");
    const wanted = args.text("chain");
    const chains = wanted === undefined ? defaultChains : defaultChains.filter(({ id, name }) => id === wanted || name === wanted);
    if (chains.length === 0) {
      const known = defaultChains.map(({ id }) => id).join(", ");
      throw new UsageError(`--chain: expected one of ${known}`, `--chain：应为 ${known} 之一`);
    }
    const settings = { lang, quiet: args.flag("quiet") || args.flag("json"), showValues: args.flag("show-values") };
    const talents = await readTalentFile(talentsPath, settings, terminal);
    const demands = await readDemandFile(demandsPath, settings, terminal);
    if (!args.flag("keep-duplicate-ids")) for (const { issues } of [talents, demands]) refuseDuplicateIds(issues);
    if (talents.records.length === 0) {
      throw new GuiyanError("no-usable-record", `${basename(talentsPath)}: expected at least one talent`, { issues: talents.issues });
    }
    const criteria = { fieldRelations: fieldRelations(defaultChains), labels: codeLabel };
    const { maps, shared, outside } = mapAll(chains, { talents: talents.records, demands: demands.records, criteria });
    const totals = maps.map((map) => ({
      chain: map.chain.id,
      name: map.chain.name,
      talents: map.talents.length,
      asked: gaps(map).reduce((sum, gap) => sum + gap.asked, 0),
      missing: gaps(map).reduce((sum, gap) => sum + gap.missing, 0),
    }));
    const summary = { chains: totals, shared: shared.length, outside };
    const files = await writeFolder(
      outDir,
      [...maps.flatMap((map) => filesOf(map, lang)), { name: "summary.json", bytes: encode(`${JSON.stringify(summary, undefined, 2)}\n`) }],
      { overwrite: args.flag("force") },
    );
    if (args.flag("json")) terminal.out(`${JSON.stringify({ ...summary, files })}\n`);
    else if (!args.flag("quiet")) {
      const lines = totals.map(({ name, talents: people, asked, missing }) =>
        lang === "zh"
          ? `${name}：在外人才 ${people}，需求岗位 ${asked}，缺 ${missing}`
          : `${name}: ${people} natives elsewhere, ${asked} posts, ${missing} missing`,
      );
      terminal.out(
        `${[...lines, lang === "zh" ? `已写出 ${files.length} 个文件到 ${outDir}` : `${files.length} files written to ${outDir}`].join("\n")}\n`,
      );
    }
    return 0;
  },
};
