import type { Linkage, ReviewItem } from "../linkage/index.js";
import type { Talent } from "../model/index.js";
import { encodeWorkbook, writeFolder } from "../node/index.js";
import { buildLinkageWorkbook } from "../report/index.js";
import { loadRomaniser } from "../text/index.js";
import { type InputAccount, inputAccount } from "./input-account.js";
import { linkTalents } from "./link-talents.js";
import type { ReadSettings } from "./read-inputs.js";
import { listsNamed, readTalentLists, type TalentLists } from "./talent-lists.js";
import type { Terminal } from "./terminal.js";
import { VERSION } from "./version.js";

/** Settings of one linking job. */
export interface LinkJobSettings extends ReadSettings {
  readonly paths: readonly string[];
  readonly outDir: string;
  readonly overwrite: boolean;
  /** Names of lists in which nobody stands twice. */
  readonly clean: readonly string[];
}

/** A linking job in figures (关联运行记录); it holds nothing of anybody. */
interface LinkRecord {
  readonly guiyan: string;
  readonly inputs: readonly InputAccount[];
  readonly config: { readonly lang: "zh" | "en"; readonly clean: readonly string[] };
  readonly records: number;
  readonly people: number;
  /** People of several records. */
  readonly merged: number;
  readonly review: Readonly<Record<ReviewItem["kind"], number>>;
  /** Mean probability of the links; null without any. */
  readonly expectedPrecision: number | null;
  readonly converged: boolean;
  readonly iterations: number;
}

/** What a linking job gives back. */
export interface LinkOutcome {
  readonly record: LinkRecord;
  readonly linkage: Linkage<Talent>;
  readonly lists: TalentLists;
  readonly files: readonly string[];
}

/** People as JSON, one a line, so that two runs can be compared line by line. */
function peopleJson(people: readonly Talent[]): Uint8Array {
  return new TextEncoder().encode(`[\n${people.map((talent) => JSON.stringify(talent)).join(",\n")}\n]\n`);
}

/**
 * Links lists of talents (名单关联): files in; linked.xlsx and people.json out, both or neither.
 * @throws GuiyanError on unreadable input or output; UsageError for a list that is none
 */
export async function runLinkJob(settings: LinkJobSettings, terminal: Terminal): Promise<LinkOutcome> {
  const { lang, outDir, overwrite } = settings;
  const lists = await readTalentLists(settings.paths, settings, terminal);
  const { files: inputs, talents, origins } = lists;
  const clean = listsNamed(settings.clean, lists);
  const linkage = await linkTalents(talents, { ...settings, source: ({ id }) => origins.get(id)?.list, cleanSources: clean }, terminal);
  const workbook = buildLinkageWorkbook(linkage, {
    lang,
    originOf: (id) => origins.get(id),
    accounts: inputs,
    ...(lang === "en" ? { romanise: await loadRomaniser() } : {}),
  });
  const { entities, review, model } = linkage;
  const waiting = (kind: ReviewItem["kind"]): number => review.filter((item) => item.kind === kind).length;
  const record: LinkRecord = {
    guiyan: VERSION,
    inputs: await Promise.all(inputs.map(({ path, file, reading }) => inputAccount(path, reading, file))),
    config: { lang, clean },
    records: linkage.size,
    people: entities.length,
    merged: entities.filter(({ members }) => members.length > 1).length,
    review: { "maybe-same": waiting("maybe-same"), "maybe-apart": waiting("maybe-apart"), "held-apart": waiting("held-apart") },
    expectedPrecision: model.expected.precision ?? null,
    converged: model.estimation.converged,
    iterations: model.estimation.iterations,
  };
  const files = await writeFolder(
    outDir,
    [
      { name: "linked.xlsx", bytes: await encodeWorkbook(workbook) },
      { name: "people.json", bytes: peopleJson(entities.map((entity) => entity.record)) },
    ],
    { overwrite },
  );
  return { record, linkage, lists, files };
}
