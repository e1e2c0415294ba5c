import { basename, dirname, resolve } from "node:path";
import { GuiyanError, type Issue, type IssueCode } from "../errors/index.js";
import type { Table, Talent } from "../model/index.js";
import type { TableFile } from "../node/index.js";
import { createTalentReader, type TalentReading } from "../registry/index.js";
import type { RecordOrigin } from "../report/index.js";
import { loadSimplifier } from "../text/index.js";
import { type ReadSettings, readWithProgress, requireRecords } from "./read-inputs.js";
import { readTalentRecords } from "./read-talent-records.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** One file of talents and what came of it. */
interface TalentListFile {
  readonly path: string;
  /** What it is called, distinct among the files of a run. */
  readonly file: string;
  readonly reading: TalentReading;
}

/** Several lists of talents read together (多份人才名单). */
export interface TalentLists {
  readonly files: readonly TalentListFile[];
  /** Everybody of every list, under distinct ids. */
  readonly talents: readonly Talent[];
  /** Where each record was read, by id. */
  readonly origins: ReadonlyMap<string, RecordOrigin>;
  /** Names of the lists: a file, or each sheet of it. */
  readonly lists: readonly string[];
}

/** Issues of a row that makes no record. */
const SET_ASIDE: ReadonlySet<IssueCode> = new Set<IssueCode>(["row-empty", "row-total", "row-repeated-header", "row-no-identity"]);
/** Issues listed of one file: rows are told apart by them. */
const ISSUES_KEPT = 200_000;

/** The end of a path from so many folders up, with one kind of separator. */
function tail(path: string, folders: number): string {
  let [name, rest] = [basename(path), dirname(path)];
  for (let i = 0; i < folders && dirname(rest) !== rest; i++) [name, rest] = [`${basename(rest)}/${name}`, dirname(rest)];
  return name;
}

/**
 * Names for files that tell them apart (文件称呼): the bare name, with as many folders before it as it takes.
 * @throws UsageError where a file is given twice: everybody in it would be their own double
 */
function fileLabels(paths: readonly string[]): string[] {
  const whole = paths.map((path) => resolve(path));
  if (new Set(whole).size < whole.length) throw new UsageError("link: expected each file once", "link：同一个文件只能给出一次");
  return whole.map((path) => {
    let folders = 0;
    while (folders < path.length && whole.some((other) => other !== path && tail(other, folders) === tail(path, folders))) folders++;
    return tail(path, folders);
  });
}

/** A file's tables and issues under another name than the file's own. */
function relabelled(table: TableFile, from: string, label: string): TableFile {
  if (label === from) return table;
  const named = (name: string): string => (name === from || name.startsWith(`${from}#`) ? `${label}${name.slice(from.length)}` : name);
  const issues = table.issues.map((issue): Issue => ({ ...issue, source: { ...issue.source, table: named(issue.source.table) } }));
  const sheets = table.sheets.map((sheet) => ({ ...sheet, name: named(sheet.name) }));
  return { ...table, name: named(table.name), sheets, issues };
}

/** Rows of a sheet that became its records, in order; undefined where the issues do not tell them. */
function recordRows({ name, rows, rowNumbers }: Table, issues: readonly Issue[], records: number): readonly number[] | undefined {
  const aside = new Set(issues.flatMap(({ code, source }) => (source.table === name && SET_ASIDE.has(code) ? [source.row] : [])));
  const used = rows.map((_, i) => rowNumbers?.[i] ?? i + 2).filter((row) => !aside.has(row));
  return used.length === records ? used : undefined;
}

/** Reads a file sheet by sheet, so that each record is known to be of its sheet. The reading is the same as of all sheets at once. */
async function readSheets(table: TableFile, showValues: boolean): Promise<{ reading: TalentReading; origins: RecordOrigin[] }> {
  const reader = createTalentReader({ simplify: await loadSimplifier(), showValues, maxIssues: ISSUES_KEPT });
  const filled = table.sheets.filter(({ rows }) => rows.length > 0);
  const blank = table.sheets.filter(({ rows }) => rows.length === 0);
  // A sheet without rows is told with the first that has some; alone it would be refused.
  const batches: readonly Table[] =
    filled.length === 0 ? [table] : filled.map((sheet, i) => (i > 0 ? sheet : { ...sheet, sheets: [sheet, ...blank] }));
  const records: Talent[] = [];
  const origins: RecordOrigin[] = [];
  let refused: GuiyanError | undefined;
  let usable = 0;
  for (const batch of batches) {
    try {
      const read = reader.read(batch);
      usable++;
      const rows = recordRows(batch, reader.reading().issues, read.length);
      records.push(...read);
      for (let i = 0; i < read.length; i++) origins.push({ list: batch.name, ...(rows?.[i] === undefined ? {} : { row: rows[i] }) });
    } catch (error) {
      // A sheet of other things beside the lists, such as notes, is told and passed over.
      if (!(error instanceof GuiyanError && error.code === "no-recognisable-header")) throw error;
      refused ??= error;
    }
  }
  if (refused !== undefined && usable === 0) throw refused;
  const reading = reader.reading();
  return { reading: { ...reading, records, issues: [...table.issues, ...reading.issues] }, origins };
}

/** Ids that are distinct over all files: a record's own where no other file has it, else with the file before it, whatever the order of the files. */
function distinctIds(files: readonly { readonly file: string; readonly records: readonly Talent[] }[]): string[] {
  const holders = new Map<string, number>();
  for (const { records } of files) for (const { id } of records) holders.set(id, (holders.get(id) ?? 0) + 1);
  const taken = new Set<string>();
  for (const [id, count] of holders) if (count === 1) taken.add(id);
  return files.flatMap(({ file, records }) =>
    records.map(({ id }) => {
      if (holders.get(id) === 1) return id;
      let made = `${file}#${id}`;
      for (let n = 2; taken.has(made); n++) made = `${file}#${id}~${n}`;
      taken.add(made);
      return made;
    }),
  );
}

/**
 * Reads files of talents as lists (读取多份名单): every sheet, every row accounted for, each record with its list and row.
 * @throws GuiyanError on unreadable input; UsageError where a file is given twice
 */
export async function readTalentLists(paths: readonly string[], settings: ReadSettings, terminal: Terminal): Promise<TalentLists> {
  const labels = fileLabels(paths);
  const files: (TalentListFile & { readonly origins: readonly RecordOrigin[] })[] = [];
  for (const [i, path] of paths.entries()) {
    const file = labels[i] ?? basename(path);
    const table = relabelled(await readWithProgress(path, settings, terminal), basename(path), file);
    const known = await readTalentRecords(path, table);
    const read =
      known === undefined
        ? await readSheets(table, settings.showValues)
        : { reading: known, origins: known.records.map((_, at): RecordOrigin => ({ list: file, row: table.rowNumbers?.[at] ?? at + 1 })) };
    requireRecords(file, read.reading, "talent");
    files.push({ path, file, ...read });
  }
  const ids = distinctIds(files.map(({ file, reading }) => ({ file, records: reading.records })));
  const talents = files.flatMap(({ reading }) => reading.records).map((talent, i): Talent => ({ ...talent, id: ids[i] ?? talent.id }));
  const places = files.flatMap(({ origins }) => origins);
  return {
    files,
    talents,
    origins: new Map(places.map((origin, i) => [ids[i] ?? "", origin] as const)),
    lists: [...new Set(places.map(({ list }) => list))],
  };
}

/**
 * The lists that names mean (名单匹配): a list's name, its sheet's alone, or a file's for all its sheets.
 * @throws UsageError for a name of none
 */
export function listsNamed(names: readonly string[], { files, lists }: TalentLists): string[] {
  return names.flatMap((name) => {
    const meant = lists.filter((list) => list === name || list.slice(list.lastIndexOf("#") + 1) === name || isOfFile(list, name, files));
    if (meant.length > 0) return meant;
    throw new UsageError(`--clean: expected one of ${lists.join(", ")}`, `--clean：应为 ${lists.join("、")} 之一`);
  });
}

function isOfFile(list: string, name: string, files: readonly TalentListFile[]): boolean {
  return files.some(({ file, path }) => (file === name || path === name) && (list === file || list.startsWith(`${file}#`)));
}
