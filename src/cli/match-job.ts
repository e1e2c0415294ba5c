import { basename } from "node:path";
import { assign } from "../assignment/index.js";
import { defaultChains, fieldRelations } from "../chain/index.js";
import { GuiyanError } from "../errors/index.js";
import { encodeWorkbook, hashFile, writeFolder } from "../node/index.js";
import { fnv1a64 } from "../numeric/index.js";
import { callbackQueue, contactWaves } from "../outreach/index.js";
import { type Recommendation, recommend } from "../recommend/index.js";
import { type DemandReading, registryQuality, type TalentReading } from "../registry/index.js";
import { buildRankedWorkbook, type ReadAccount, type Tier } from "../report/index.js";
import type { Criteria } from "../scoring/index.js";
import { codeLabel } from "../taxonomy/index.js";
import { loadRomaniser } from "../text/index.js";
import { type ReadSettings, readDemandFile, readTalentFile, refuseDuplicateIds } from "./read-inputs.js";
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
  readonly weights: Criteria["weights"];
  /** Date of the run, YYYY-MM-DD, as the user gives it. */
  readonly now: string | undefined;
}

/** One input file as run.json tells it. */
interface InputAccount {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly records: number;
  readonly rejected: number;
  /** Issues by code. */
  readonly issues: Readonly<Record<string, number>>;
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
  };
  readonly configHash: string;
  readonly summary: Recommendation["summary"];
  /** The plan over all demands. */
  readonly plan: { readonly posts: number; readonly filled: number; readonly points: number; readonly shortfalls: number };
}

/** What a matching job gives back. */
export interface MatchOutcome {
  readonly record: RunRecord;
  readonly recommendation: Recommendation;
  readonly files: readonly string[];
}

async function accountOf(path: string, reading: TalentReading | DemandReading): Promise<InputAccount> {
  const issues = new Map<string, number>();
  for (const { code } of reading.issues) issues.set(code, (issues.get(code) ?? 0) + 1);
  return {
    file: basename(path),
    sha256: await hashFile(path),
    rows: reading.counts.rows,
    records: reading.counts.records,
    rejected: reading.counts.rejected,
    issues: Object.fromEntries([...issues].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function requireRecords(path: string, { records, issues, counts }: TalentReading | DemandReading, what: string): void {
  if (records.length > 0) return;
  throw new GuiyanError("no-usable-record", `${basename(path)}: expected at least one ${what}, none of ${counts.rows} rows could be used`, {
    issues,
  });
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
  const progress = progressLine(terminal, lang === "zh" ? "匹配" : "matching");
  const recommendation = recommend({
    talents: talents.records,
    demands: demands.records,
    k,
    criteria,
    ...(settings.quiet ? {} : { onProgress: progress.update }),
  });
  progress.end();
  const plan = assign({ talents: talents.records, demands: demands.records, criteria });
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
          callbacks: callbackQueue(talents.records, demands.records, { now, limit: 500, criteria }),
          contacts: contactWaves(plan.pairs, { talents: talents.records, demands: demands.records, from: now }),
        }
      : {}),
    ...(lang === "en" ? { romanise: await loadRomaniser() } : {}),
  });
  const config = { k, tier, lang, weights: weights ?? null, now: now ?? null };
  const record: RunRecord = {
    guiyan: VERSION,
    inputs: [await accountOf(settings.talentsPath, talents), await accountOf(settings.demandsPath, demands)],
    config,
    configHash: fnv1a64(JSON.stringify(config)),
    summary: recommendation.summary,
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
