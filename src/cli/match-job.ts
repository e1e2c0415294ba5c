import { basename } from "node:path";
import { assign } from "../assignment/index.js";
import { defaultChains, fieldRelations } from "../chain/index.js";
import { encodeWorkbook, writeFolder } from "../node/index.js";
import { fnv1a64 } from "../numeric/index.js";
import { callbackQueue, contactWaves } from "../outreach/index.js";
import { type Recommendation, recommend } from "../recommend/index.js";
import { registryQuality } from "../registry/index.js";
import { buildRankedWorkbook, type ReadAccount, type Tier } from "../report/index.js";
import type { Criteria } from "../scoring/index.js";
import { codeLabel } from "../taxonomy/index.js";
import { loadRomaniser } from "../text/index.js";
import { type InputAccount, inputAccount } from "./input-account.js";
import { linkTalents } from "./link-talents.js";
import { type ReadSettings, readDemandFile, readTalentFile, refuseDuplicateIds, requireRecords } from "./read-inputs.js";
import { progressLine, type Terminal } from "./terminal.js";
import { VERSION } from "./version.js";

/** Settings of one matching job. */
export interface MatchSettings extends ReadSettings {
  readonly talentsPath: string;
  readonly demandsPath: string;
  readonly outDir: string;
  readonly k: number;
  readonly tier: Tier;
  readonly overwrite: boolean;
  /** Go on where two records have one id; the later ones get ids of their own. */
  readonly keepDuplicateIds: boolean;
  /** Make one talent of the records of one person before anybody is ranked. */
  readonly link: boolean;
  readonly weights: Criteria["weights"];
  /** Date of the run, YYYY-MM-DD, as the user gives it. */
  readonly now: string | undefined;
}

/** What run.json holds (运行记录): enough to tell whether two runs had the same inputs and settings; no clock, so that equal runs are equal bytes. */
interface RunRecord {
  readonly guiyan: string;
  readonly inputs: readonly InputAccount[];
  readonly config: {
    readonly k: number;
    readonly tier: Tier;
    readonly lang: "zh" | "en";
    readonly weights: Criteria["weights"] | null;
    readonly now: string | null;
    readonly link?: true;
  };
  readonly configHash: string;
  readonly summary: Recommendation["summary"];
  /** How many records became how many people, where they were linked, and how many pairs somebody should look at. */
  readonly linked?: { readonly records: number; readonly people: number; readonly review: number };
  /** The plan over all demands. */
  readonly plan: { readonly posts: number; readonly filled: number; readonly points: number; readonly shortfalls: number };
}

/** What a matching job gives back. */
export interface MatchOutcome {
  readonly record: RunRecord;
  readonly recommendation: Recommendation;
  readonly files: readonly string[];
}

/**
 * The main job (主流程): two files in; ranked.xlsx and run.json out, both or neither.
 * @throws GuiyanError on unreadable input or output
 */
export async function runMatchJob(settings: MatchSettings, terminal: Terminal): Promise<MatchOutcome> {
  const { lang, tier, k, weights, now } = settings;
  const talents = await readTalentFile(settings.talentsPath, settings, terminal);
  requireRecords(settings.talentsPath, talents, "talent");
  const demands = await readDemandFile(settings.demandsPath, settings, terminal);
  requireRecords(settings.demandsPath, demands, "demand");
  if (!settings.keepDuplicateIds) refuseDuplicateIds([...talents.issues, ...demands.issues]);
  const criteria: Criteria = {
    fieldRelations: fieldRelations(defaultChains),
    labels: codeLabel,
    ...(weights === undefined ? {} : { weights }),
  };
  const linkage = settings.link ? await linkTalents(talents.records, settings, terminal) : undefined;
  const people = linkage === undefined ? talents.records : linkage.entities.map(({ record }) => record);
  const progress = progressLine(terminal, lang === "zh" ? "匹配" : "matching");
  const recommendation = recommend({
    talents: people,
    demands: demands.records,
    k,
    criteria,
    ...(settings.quiet ? {} : { onProgress: progress.update }),
  });
  progress.end();
  const plan = assign({ talents: people, demands: demands.records, criteria });
  const accounts: ReadAccount[] = [
    { file: basename(settings.talentsPath), reading: talents },
    { file: basename(settings.demandsPath), reading: demands },
  ];
  const workbook = buildRankedWorkbook(recommendation, {
    lang,
    tier,
    accounts,
    plan,
    ...(tier === "internal" ? { quality: registryQuality(talents.records, now === undefined ? {} : { now }) } : {}),
    ...(tier === "internal" && now !== undefined
      ? {
          callbacks: callbackQueue(people, demands.records, { now, limit: 500, criteria }),
          contacts: contactWaves(plan.pairs, { talents: people, demands: demands.records, from: now }),
        }
      : {}),
    ...(lang === "en" ? { romanise: await loadRomaniser() } : {}),
  });
  const config = { k, tier, lang, weights: weights ?? null, now: now ?? null, ...(settings.link ? { link: true as const } : {}) };
  const record: RunRecord = {
    guiyan: VERSION,
    inputs: [await inputAccount(settings.talentsPath, talents), await inputAccount(settings.demandsPath, demands)],
    config,
    configHash: fnv1a64(JSON.stringify(config)),
    summary: recommendation.summary,
    ...(linkage === undefined ? {} : { linked: { records: linkage.size, people: people.length, review: linkage.review.length } }),
    plan: { posts: plan.posts, filled: plan.pairs.length, points: plan.points, shortfalls: plan.shortfalls.length },
  };
  const files = await writeFolder(
    settings.outDir,
    [
      { name: "ranked.xlsx", bytes: await encodeWorkbook(workbook) },
      { name: "run.json", bytes: new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`) },
    ],
    { overwrite: settings.overwrite },
  );
  return { record, recommendation, files };
}
