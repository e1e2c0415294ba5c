import type { Demand, DemandStatus, Requirement, Table } from "../model/index.js";
import { resolveField, resolveIndustry, resolveRegion, resolveTitle } from "../taxonomy/index.js";
import { checkIdentifiers } from "./check-identifiers.js";
import { CELL_RECOGNISERS } from "./guess-column.js";
import type { HeaderField } from "./header-vocabulary.js";
import { readHeadcount } from "./read-ranges.js";
import { type RequirementReading, readRequirements } from "./read-requirements.js";
import { monthlyPay, readSalary } from "./read-salary.js";
import { RecordIds } from "./record-ids.js";
import { demandedFields } from "./requirement-fields.js";
import { type FieldCell, type Reading, type ReadSheetOptions, remember, type SheetRow, SheetWalker } from "./sheet-rows.js";

/** Options of {@link readDemands}. */
export interface ReadDemandsOptions extends ReadSheetOptions {
  /** Survey round, e.g. `2026H1`, where neither a column nor the sheet's name says. */
  readonly round?: string;
  /** Ids of chains by name, so that 产业链 cells become ids. */
  readonly chains?: readonly { readonly id: string; readonly name: string }[];
}

/** What came of a demand sheet. */
export type DemandReading = Reading<Demand>;

/** Reads batches of demand sheets with what must be remembered between them (需求表读取器). */
export interface DemandReader {
  read(table: Table): Demand[];
  /** Issues, columns and counts so far, with no records. */
  reading(): DemandReading;
}

const UNLIMITED = /^(?:学历|学位|专业|职称|经验)?(?:不限|无|无要求|不作要求|均可|无限制)$/;
/** Role words at the end of a post's name, which say nothing of its field. */
const ROLE =
  /(?:高级|资深|中级|初级|主任|主管|首席|助理|实习)?(?:研发|开发|设计|工艺|技术|测试|质量|应用|项目)?(?:工程师|技术员|技师|研究员|专员|经理|主管|总监|主任|负责人|人员|岗|员|师|助理|顾问|专家|带头人|厂长)$/;
const URGENCY: readonly (readonly [RegExp, 1 | 2 | 3 | 4 | 5])[] = [
  [/特急|非常紧急|极(?:度|其)|^5|urgent|五/i, 5],
  [/紧急|急需|很急|高|^4|high|四/i, 4],
  [/较急|一般|中|^3|普通|medium|normal|三/i, 3],
  [/不急|低|^2|low|二|储备/i, 2],
  [/^1|一|长期/, 1],
];
/** What a column of states says of a demand; the first that fits. */
const STATUSES: readonly (readonly [DemandStatus, RegExp])[] = [
  ["open", /未(?:招满|完成|满足|到岗|引进|落实)|招聘中|进行中|持续|有效$|在招|开放|^open/i],
  ["filled", /已(?:招满|招到|完成|满足|到岗|引进|落实|入职|录用|对接成功)|招满|^filled|^done/i],
  ["withdrawn", /取消|撤[销回]|关闭|终止|停招|暂停|过期|失效|下线|^closed|^withdrawn/i],
];
/** Fields whose cells may have slipped into each other's columns. */
const SHIFTING: readonly HeaderField[] = ["education_req", "experience_req", "company_size"];

type Draft = { -readonly [K in keyof Demand]: Demand[K] };

class Reader implements DemandReader {
  readonly #walker: SheetWalker;
  readonly #options: ReadDemandsOptions;
  readonly #ids = new RecordIds();
  readonly #chains: ReadonlyMap<string, string>;
  readonly #region = remember((text) => resolveRegion(text, { guesses: false }));
  readonly #industry = remember((text) => resolveIndustry(text, { guesses: false }));
  readonly #text = remember((text) => readRequirements(text));
  readonly #duty = remember((text) => readRequirements(text, { style: "duty" }));
  readonly #fields = remember((text) => demandedFields(text));
  readonly #post = remember((text) => fieldsOfPost(text));

  constructor(options: ReadDemandsOptions) {
    this.#walker = new SheetWalker("readDemands", "demand", options, ["round", "chains"]);
    this.#options = options;
    this.#chains = new Map((options.chains ?? []).flatMap(({ id, name }) => [[id, id] as const, [name, id] as const]));
  }

  read(table: Table): Demand[] {
    const records: Demand[] = [];
    this.#walker.walk(table, (row) => {
      const demand = this.#demand(row);
      if (demand !== undefined) records.push(demand);
      return demand !== undefined;
    });
    return records;
  }

  reading(): DemandReading {
    const { log, columns, counts } = this.#walker;
    return { records: [], issues: log.issues, columns, counts };
  }

  #demand(given: SheetRow): Demand | undefined {
    const row = this.#unshift(given);
    checkIdentifiers(row, "credit_code", this.#walker);
    const draft: Omit<Draft, "id" | "requirements"> = {};
    const enterprise = row.texts("employer")[0]?.text;
    if (enterprise !== undefined) draft.enterprise = enterprise;
    const post = row.texts("job_name")[0]?.text;
    if (post !== undefined) draft.post = post;
    const requirements = this.#requirements(row, post);
    if (post === undefined && (enterprise === undefined || requirements.length === 0)) {
      const words = { en: "neither a post nor an enterprise with requirements: no demand", zh: "无岗位，亦无企业及条件，未作为需求" };
      this.#walker.log.add("row-no-identity", "error", words, { table: row.table, row: row.number });
      return undefined;
    }
    this.#particulars(row, draft);
    this.#place(row, draft);
    this.#pay(row, draft);
    return { id: this.#ids.settle(row, row.texts("job_code")[0], this.#walker), ...draft, requirements };
  }

  /**
   * Puts slipped cells right (列错位): a cell that its own column cannot hold but another's can moves there, if that column's own cell does not
   * fit either. Every move is told.
   */
  #unshift(row: SheetRow): SheetRow {
    const fits = (field: HeaderField, text: string) =>
      UNLIMITED.test(text) || (CELL_RECOGNISERS.find((r) => r.field === field && r.entity === "demand")?.fits(text) ?? true);
    const moved = new Map<HeaderField, FieldCell[]>();
    for (const from of SHIFTING) {
      for (const cell of row.texts(from)) {
        if (fits(from, cell.text)) continue;
        const to = SHIFTING.find((field) => field !== from && fits(field, cell.text) && !UNLIMITED.test(cell.text));
        if (to === undefined) continue;
        // 不限 states nothing and may be the other column's.
        const free = row.texts(to).every((other) => !fits(to, other.text) || UNLIMITED.test(other.text));
        this.#walker.tell(row, cell, "cell-shifted", "warning", {
          en: free ? `the cell holds what belongs into ${to}; read as that` : `the cell holds what belongs into ${to}; not used`,
          zh: free ? `单元格内容应属 ${to} 列，已按该列读取` : `单元格内容应属 ${to} 列，未采用`,
        });
        moved.set(
          from,
          (moved.get(from) ?? row.texts(from)).filter((other) => other !== cell),
        );
        if (free) moved.set(to, [...(moved.get(to) ?? []).filter((other) => fits(to, other.text) && !UNLIMITED.test(other.text)), cell]);
      }
    }
    return moved.size === 0 ? row : { ...row, texts: (field) => moved.get(field) ?? row.texts(field) };
  }

  #particulars(row: SheetRow, draft: Omit<Draft, "id" | "requirements">): void {
    const headcount = row.texts("headcount")[0];
    if (headcount !== undefined) {
      const persons = readHeadcount(headcount.text);
      if (persons !== undefined) draft.headcount = persons;
      else
        this.#walker.tell(row, headcount, "cell-unresolved", "info", {
          en: "no number of persons; it stays unknown",
          zh: "未写明人数，按未知处理",
        });
    }
    const chain = row.texts("chain")[0];
    if (chain !== undefined) {
      const bare = chain.text.replace(/产业(?:链)?$|链$/, "");
      draft.chain = this.#chains.get(chain.text) ?? this.#chains.get(bare) ?? chain.text;
    }
    const segment = row.texts("segment")[0]?.text;
    if (segment !== undefined) draft.segment = segment;
    const round = row.texts("round")[0]?.text ?? roundOf(row.table) ?? this.#options.round;
    if (round !== undefined) draft.round = roundOf(round) ?? round;
    const urgency = row.texts("urgency")[0];
    if (urgency !== undefined) {
      const level = URGENCY.find(([pattern]) => pattern.test(urgency.text))?.[1];
      if (level !== undefined) draft.urgency = level;
      else this.#walker.tell(row, urgency, "cell-unresolved", "info", { en: "no urgency recognised", zh: "未识别出紧急程度" });
    }
    const state = row.texts("status")[0];
    const status = state === undefined ? undefined : STATUSES.find(([, pattern]) => pattern.test(state.text))?.[0];
    if (status !== undefined) draft.status = status;
    const industry = row.texts("industry")[0];
    if (industry !== undefined) {
      const read = this.#industry(industry.text);
      if (read.status === "resolved") draft.industry = read.value;
      else
        this.#walker.tell(row, industry, read.status === "ambiguous" ? "cell-ambiguous" : "cell-unresolved", "info", {
          en: "no single industry recognised",
          zh: "未识别出唯一的行业",
        });
    }
  }

  #place(row: SheetRow, draft: Omit<Draft, "id" | "requirements">): void {
    const cells = [...row.texts("work_location"), ...row.texts("region")];
    const [first] = cells;
    if (first === undefined) return;
    const read = this.#region(cells.map(({ text }) => text).join(" "));
    if (read.status === "resolved") draft.workplace = read.value;
    else
      this.#walker.tell(row, first, read.status === "ambiguous" ? "cell-ambiguous" : "cell-unresolved", "info", {
        en: "no single place recognised",
        zh: "未识别出唯一的地点",
      });
  }

  #pay(row: SheetRow, draft: Omit<Draft, "id" | "requirements">): void {
    const cell = row.texts("salary")[0];
    if (cell !== undefined) {
      const salary = readSalary(cell.text);
      const pay = salary === undefined ? undefined : monthlyPay(salary);
      if (salary?.swapped) this.#tellSwapped(row, cell);
      if (pay !== undefined) draft.payPerMonthYuan = pay;
      else if (!/面议|面谈|协商/.test(cell.text))
        this.#walker.tell(row, cell, "cell-unresolved", "info", { en: "no monthly pay recognised", zh: "未识别出月薪" });
      return;
    }
    const ends = (["salary_min", "salary_max"] as const).map((field) => readSalary(row.texts(field)[0]?.text ?? ""));
    const [low, high] = ends.map((salary) => (salary === undefined ? undefined : monthlyPay(salary)));
    const min = low?.min ?? low?.max;
    const max = high?.max ?? high?.min;
    const highest = row.texts("salary_max")[0];
    if (min !== undefined && max !== undefined && min > max && highest !== undefined) {
      this.#tellSwapped(row, highest);
      draft.payPerMonthYuan = { min: max, max: min };
    } else if (min !== undefined || max !== undefined)
      draft.payPerMonthYuan = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  }

  #tellSwapped(row: SheetRow, cell: FieldCell): void {
    const words = { en: "the higher end of the pay stands first; read the other way round", zh: "薪资上下限颠倒，已调换" };
    this.#walker.tell(row, cell, "cell-ambiguous", "info", words);
  }

  #requirements(row: SheetRow, post: string | undefined): Requirement[] {
    const found: Requirement[] = [];
    const add = (requirements: readonly Requirement[]) => {
      for (const requirement of requirements) {
        const { dimension, kind } = requirement;
        // What a column of its own says goes before the same question in a free text.
        if (!found.some((known) => known.dimension === dimension && known.kind === kind)) found.push(requirement);
      }
    };
    for (const cell of [...row.texts("education_req"), ...row.texts("degree_req")]) add(this.#asked(row, cell, "degree"));
    for (const cell of row.texts("title_req")) add(this.#asked(row, cell, "title"));
    for (const cell of row.texts("major_req")) add(this.#askedFields(row, cell));
    for (const field of ["other_req", "skill_req", "note"] as const)
      for (const cell of row.texts(field)) add(this.#told(row, cell, this.#text(cell.text)));
    for (const cell of row.texts("duty")) add(this.#told(row, cell, this.#duty(cell.text)));
    if (post !== undefined && !found.some(({ dimension }) => dimension === "field")) {
      const values = this.#post(post);
      if (values.length > 0) found.push({ dimension: "field", kind: "soft", values, sourceText: post });
    }
    return withLadderTerms(found);
  }

  /** A dedicated column: a bare level is the minimum. */
  #asked(row: SheetRow, cell: FieldCell, dimension: "degree" | "title"): readonly Requirement[] {
    if (UNLIMITED.test(cell.text)) return [];
    const { requirements } = this.#text(cell.text);
    const asked = requirements.filter((requirement) => requirement.dimension === dimension);
    if (asked.length > 0) return requirements;
    if (dimension === "title") {
      const read = resolveTitle(cell.text, { guesses: false });
      if (read.status === "resolved") return [{ dimension, kind: "hard", values: [read.value.grade], sourceText: cell.text }];
    }
    if (/高中|中专|中技|初中/.test(cell.text)) return [];
    this.#walker.tell(row, cell, "requirement-unread", "warning", {
      en: `no ${dimension} requirement recognised`,
      zh: dimension === "degree" ? "未识别出学历要求" : "未识别出职称要求",
    });
    return [];
  }

  #askedFields(row: SheetRow, cell: FieldCell): readonly Requirement[] {
    if (UNLIMITED.test(cell.text)) return [];
    const { values, unread, unlimited } = this.#fields(cell.text);
    const single: readonly Requirement[] =
      values.length > 0 && !unlimited ? [{ dimension: "field", kind: "soft", values, sourceText: cell.text }] : [];
    if (unread.length === 0) return single;
    // A phrase rather than a list: 食品类专业优先，须有三年经验.
    const phrase = this.#text(cell.text);
    const asked = phrase.requirements.filter(({ dimension }) => dimension === "field");
    if (asked.length > 0) return phrase.requirements;
    this.#walker.tell(row, cell, "requirement-unread", "warning", {
      en: `${unread.length} of the fields asked were not recognised`,
      zh: `有 ${unread.length} 个专业未能识别`,
    });
    return single;
  }

  #told(row: SheetRow, cell: FieldCell, { requirements, notes }: RequirementReading): readonly Requirement[] {
    const protectedTopics = new Set(notes.filter(({ kind }) => kind === "protected").map(({ topic }) => topic));
    if (protectedTopics.size > 0) {
      const list = [...protectedTopics].join(", ");
      this.#walker.tell(row, cell, "protected-attribute", "info", {
        en: `a limit on ${list}: told, never scored`,
        zh: `含受保护条件（${list}），只提示、不计分`,
      });
    }
    const unused = notes.filter(({ kind }) => kind !== "protected").length;
    if (unused > 0) {
      this.#walker.tell(row, cell, "requirement-unused", "info", {
        en: `${unused} clauses ask nothing of region, field, degree or title`,
        zh: `有 ${unused} 处内容不属于地域、领域、学历、职称条件，未采用`,
      });
    }
    return requirements;
  }
}

/** Survey round that a name states: 2026H1, 2026年上半年. */
function roundOf(text: string): string | undefined {
  const match = /(20\d{2})\s*(?:[Hh]([12])|年?(上|下)半年)/.exec(text);
  if (match === null) return undefined;
  return `${match[1]}H${match[2] ?? (match[3] === "上" ? "1" : "2")}`;
}

/** Fields that a post's name tells (岗位名称推断领域): the name without its role words, if a listed name or topic word is in it. */
function fieldsOfPost(post: string): string[] {
  const bare = post.replace(/[（(].*$/, "").trim();
  for (const text of [bare.replace(ROLE, ""), bare]) {
    if (text.length < 2) continue;
    const read = resolveField(text, { guesses: false });
    if (read.status === "resolved" && read.via !== "fuzzy" && read.value.length > 2)
      return demandedFields(text).values.length > 0 ? [...demandedFields(text).values] : [read.value];
  }
  return [];
}

/** Lets every hard level weigh too, so that who is known to meet it stands before who must be asked. */
function withLadderTerms(requirements: readonly Requirement[]): Requirement[] {
  const added = requirements.filter(
    ({ dimension, kind }) =>
      kind === "hard" &&
      (dimension === "degree" || dimension === "title") &&
      !requirements.some((other) => other.dimension === dimension && other.kind === "soft"),
  );
  return [...requirements, ...added.map((requirement): Requirement => ({ ...requirement, kind: "soft" }))];
}

/**
 * Makes a reader for demand sheets that come in batches (分批读取需求表).
 * @throws GuiyanError `unknown-option`, `invalid-option`
 */
export function createDemandReader(options: ReadDemandsOptions = {}): DemandReader {
  return new Reader(options);
}

/**
 * Reads a demand sheet, or all sheets of a workbook (读取需求表): records **and** issues, every row accounted for.
 *
 * | where it stands | what it becomes |
 * |---|---|
 * | 学历要求、学位要求、职称要求 | a hard minimum, and a soft term of the same level; with 优先 soft only |
 * | 专业要求 | one soft requirement; a discipline or class is written out with all below it |
 * | 其他要求、任职要求、备注 | as {@link readRequirements} reads them |
 * | 岗位职责 | only clauses that tell a condition |
 * | no field asked anywhere | the field that the post's name tells, soft |
 * | 工作地点、薪资、人数、产业链、紧急程度 | told in the record, not scored |
 *
 *   rows = records + rejected
 *
 * @throws GuiyanError `empty-table`, `no-recognisable-header`, `unknown-option`, `invalid-option`
 * @complexity O(cells); distinct texts are read once
 * @example
 * const table = { name: "d", header: ["岗位名称", "招聘人数", "学历要求", "专业要求"], rows: [["研发工程师", "2名", "硕士及以上", "高分子材料、化工"]] };
 * console.log(readDemands(table).records[0]?.headcount); // → 2
 */
export function readDemands(table: Table, options: ReadDemandsOptions = {}): DemandReading {
  const reader = createDemandReader(options);
  const records = reader.read(table);
  return { ...reader.reading(), records };
}
