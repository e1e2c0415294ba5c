import type { IntakeChannel, Provenance, Table, Talent, TalentCategory } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import {
  type DegreeLevel,
  degrees,
  regionOfOrganization,
  resolveDegree,
  resolveField,
  resolveFields,
  resolveIndustry,
  resolveRegion,
  resolveTitle,
  titles,
} from "../taxonomy/index.js";
import { foldWidth, readDate, readPhone } from "../text/index.js";
import { cellText } from "./cell-text.js";
import { checkIdentifiers } from "./check-identifiers.js";
import type { HeaderField } from "./header-vocabulary.js";
import { type ProfileLookups, readProfile } from "./read-profile.js";
import { RecordIds } from "./record-ids.js";
import { type FieldCell, type Reading, type ReadSheetOptions, remember, type SheetRow, SheetWalker } from "./sheet-rows.js";

/** Options of {@link readTalents}. */
export interface ReadTalentsOptions extends ReadSheetOptions {
  /** Office or list that supplied the sheet, where no column says. */
  readonly source?: string;
  /** Intake channel, where no column says. */
  readonly channel?: IntakeChannel;
  /** Category of everybody, where neither a column nor the sheet's name says. */
  readonly category?: TalentCategory;
}

/** What came of a talent sheet. */
export type TalentReading = Reading<Talent>;

const CATEGORIES: readonly (readonly [TalentCategory, RegExp])[] = [
  ["official", /党政|干部|公务员|机关|事业/],
  ["expert", /高层次|专家|学者|高级人才|院士|人才头衔|技术人才|科研/],
  ["business", /经商|企业家|工商|商界|创业|民营/],
];
const CHANNELS: readonly (readonly [IntakeChannel, RegExp])[] = [
  ["village-visit", /入户|进村/],
  ["elder-visit", /走访|乡贤|拜访/],
  ["joint-referral", /联名|推荐/],
  ["self-application", /自荐|自主|申请|报名/],
  ["mailbox", /邮箱|邮件|来信/],
  ["hotline", /热线|电话|来电/],
  ["department", /部门|单位|统战|商务|团委|组织|人社|移交/],
];
const NONE = /^(?:无|没有|暂无|未评|未取得)$/;

/** Reads batches of one or several talent sheets with what must be remembered between them (人才表读取器): ids, columns, counts. */
export interface TalentReader {
  /** Records of this batch; see {@link TalentReader.reading} for the account of all. */
  read(table: Table): Talent[];
  /** Issues, columns and counts so far, with no records. */
  reading(): TalentReading;
}

const REFUSES =
  /勿扰|免打扰|骚扰|(?:请?[勿别]|不要|拒绝|谢绝|停止|暂不|不再|不(?:愿意?|想|希望|同意|接受|允许|便|方便))\p{Script=Han}{0,6}?(?:联系|联络|打扰|来电|回访|致电|打电话|接电话|电话)/u;
const YES = /^(?:是|有|y(?:es)?|true|1|√|对|需要?|愿意?|同意|可以?|接受|允许)/i;
const NO = /^(?:否|不|无|勿|拒|谢绝|免|别|暂|停|n(?:o)?$|false|0$|×)/i;

/** Whether a row asks that nobody call (勿扰): a column of consent whose label sets what 是 means, or the words of a remark. */
function refusesContact(row: SheetRow): boolean {
  const consent = row.texts("contact_consent").some(({ text, column }) => {
    const refusal = /勿扰|免打扰|拒绝|不愿/.test(column.label);
    return REFUSES.test(text) || (refusal ? YES : NO).test(text);
  });
  return consent || row.texts("note").some(({ text }) => REFUSES.test(text));
}

/** Fills members of one talent. */
type Draft = { -readonly [K in keyof Talent]: Talent[K] };

class Reader implements TalentReader {
  readonly #walker: SheetWalker;
  readonly #options: ReadTalentsOptions;
  readonly #ids = new RecordIds();
  readonly #region = remember((text) => resolveRegion(text, { guesses: false }));
  readonly #organization = remember((text) => regionOfOrganization(text));
  readonly #degree = remember((text) => resolveDegree(text));
  readonly #title = remember((text) => resolveTitle(text, { guesses: false }));
  readonly #fields = remember((text) => resolveFields(text, { guesses: false }));
  readonly #field = remember((text) => resolveField(text, { guesses: false }));
  readonly #lookups: ProfileLookups = { title: this.#title, field: this.#field, region: this.#region };
  readonly #industry = remember((text) => resolveIndustry(text, { guesses: false }));

  constructor(options: ReadTalentsOptions) {
    this.#walker = new SheetWalker("readTalents", "talent", options, ["source", "channel", "category"]);
    this.#options = options;
  }

  read(table: Table): Talent[] {
    const records: Talent[] = [];
    this.#walker.walk(table, (row) => {
      const talent = this.#talent(row);
      if (talent !== undefined) records.push(talent);
      return talent !== undefined;
    });
    return records;
  }

  reading(): TalentReading {
    const { log, columns, counts } = this.#walker;
    return { records: [], issues: log.issues, columns, counts };
  }

  #talent(row: SheetRow): Talent | undefined {
    const draft: Omit<Draft, "id"> = {};
    checkIdentifiers(row, "id_number", this.#walker);
    const name = this.#name(row);
    if (name !== undefined) draft.name = name;
    const organization = row.texts("employer")[0]?.text;
    if (organization !== undefined) draft.organization = organization;
    const post = row.texts("post")[0]?.text;
    if (post !== undefined) draft.post = post;
    this.#contacts(row, draft);
    const derived = new Map<string, string>();
    this.#places(row, draft, derived);
    this.#education(row, draft);
    this.#work(row, draft);
    this.#profile(row, draft, derived);
    if (name === undefined && draft.phone === undefined && (organization === undefined || Object.keys(draft).length < 3)) {
      const words = {
        en: "neither a name nor a phone, nor an employer with other facts: no person",
        zh: "无姓名、电话，亦无可识别的单位信息，未作为记录",
      };
      this.#walker.log.add("row-no-identity", "error", words, { table: row.table, row: row.number });
      return undefined;
    }
    if (refusesContact(row)) draft.doNotContact = true;
    const category = this.#category(row);
    if (category !== undefined) draft.categories = category;
    const provenance = this.#provenance(row, draft, derived);
    if (provenance !== undefined) draft.provenance = provenance;
    return { id: this.#ids.settle(row, row.texts("person_no")[0], this.#walker), ...draft };
  }

  #name(row: SheetRow): string | undefined {
    const cell = row.texts("name")[0];
    if (cell === undefined || NONE.test(cell.text)) return undefined;
    // 张　伟: offices pad two-character names to the width of three; 买买提 · 热合曼 is one name.
    return cell.text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "").replace(/ ?\u00b7 ?/g, "\u00b7");
  }

  #contacts(row: SheetRow, draft: Omit<Draft, "id">): void {
    for (const cell of row.texts("phone")) {
      const phone = readPhone(cell.text);
      if (phone === undefined) {
        const damaged = /\d[eE][+-]?\d/.test(cell.text);
        this.#walker.tell(row, cell, damaged ? "cell-number-damaged" : "cell-unresolved", "warning", {
          en: damaged ? "a number shortened by a spreadsheet program; the digits are lost" : "expected a telephone number",
          zh: damaged ? "号码被表格软件缩写，数字已丢失" : "不是有效的电话号码",
        });
        continue;
      }
      if (!phone.wellFormed)
        this.#walker.tell(row, cell, "cell-unresolved", "info", {
          en: "the number has too few digits for a mobile or a landline",
          zh: "号码位数不足，请核对",
        });
      draft.phone ??= phone.number;
    }
    const mail = row.texts("email")[0];
    if (mail === undefined) return;
    const address = foldWidth(mail.text).replace(/\s+/g, "").toLowerCase();
    if (/^[^@]+@[^@]+\.[^@]+$/.test(address)) draft.email = address;
    else this.#walker.tell(row, mail, "cell-unresolved", "warning", { en: "expected an e-mail address", zh: "不是有效的邮箱地址" });
  }

  /** Reads the cells of a place column, several columns as one text: 上海 and 浦东新区. */
  #place(row: SheetRow, field: HeaderField): string | undefined {
    const cells = row.texts(field);
    const [first] = cells;
    if (first === undefined) return undefined;
    const read = this.#region(cells.map(({ text }) => text).join(" "));
    if (read.status === "resolved") return read.value;
    if (read.status === "ambiguous") {
      this.#walker.tell(row, first, "cell-ambiguous", "warning", {
        en: `the place has ${read.candidates.length} readings; it stays unknown`,
        zh: `地名有 ${read.candidates.length} 种可能，暂按未知处理`,
      });
    } else this.#walker.tell(row, first, "cell-unresolved", "warning", { en: "no place recognised", zh: "未识别出地名" });
    return undefined;
  }

  #places(row: SheetRow, draft: Omit<Draft, "id">, derived: Map<string, string>): void {
    const hometown = this.#place(row, "native_place");
    if (hometown !== undefined) draft.hometown = hometown;
    for (const field of ["region", "address", "employer_region", "employer_address"] as const) {
      const place = this.#place(row, field);
      if (place === undefined) continue;
      draft.residence = place;
      if (field !== "region") derived.set("residence", field);
      return;
    }
    if (draft.organization === undefined) return;
    const employer = this.#organization(draft.organization);
    if (employer.status !== "resolved") return;
    draft.residence = employer.value;
    derived.set("residence", "employer's name");
  }

  #education(row: SheetRow, draft: Omit<Draft, "id">): void {
    let best: DegreeLevel | undefined;
    const open: FieldCell[] = [];
    for (const cell of [...row.texts("education"), ...row.texts("degree")]) {
      if (NONE.test(cell.text)) continue;
      const read = this.#degree(cell.text);
      this.#secondFact(row, cell, draft);
      if (read.status === "resolved" && read.inProgress !== true) {
        if (best === undefined || degrees.rank(read.value) > degrees.rank(best)) best = read.value;
      } else if (read.status === "resolved") {
        this.#walker.tell(row, cell, "cell-ambiguous", "info", {
          en: "study in progress: the level is not held yet",
          zh: "在读，尚未取得该学历",
        });
      } else open.push(cell);
    }
    if (best !== undefined) draft.degree = best;
    // 研究生 beside a 硕士 in the degree column is told by it.
    if (best !== undefined && degrees.atLeast(best, "master")) return;
    for (const cell of open) {
      const ambiguous = this.#degree(cell.text).status === "ambiguous";
      this.#walker.tell(row, cell, ambiguous ? "cell-ambiguous" : "cell-unresolved", "warning", {
        en: ambiguous ? "the level is not stated (master or doctor); it stays unknown" : "no degree level recognised",
        zh: ambiguous ? "未写明层次（硕士或博士），暂按未知处理" : "未识别出学历层次",
      });
      // What is known to be unclear must not be overruled by a lower level from the other column.
      if (ambiguous) delete draft.degree;
    }
  }

  /** A title that stands in the cell of the education (博士研究生，教授): read, and told. */
  #secondFact(row: SheetRow, cell: FieldCell, draft: Omit<Draft, "id">): void {
    if (!/[,，、;；/\s]/.test(cell.text) || draft.title !== undefined) return;
    const read = this.#title(cell.text);
    if (read.status !== "resolved" || read.value.grade === "none") return;
    draft.title = read.value;
    const words = { en: "a degree and a professional title in one cell; both are read", zh: "一格两项（学历与职称），均已读取" };
    this.#walker.tell(row, cell, "cell-two-facts", "info", words);
  }

  #work(row: SheetRow, draft: Omit<Draft, "id">): void {
    for (const cell of [...row.texts("title"), ...row.texts("title_grade")]) {
      if (NONE.test(cell.text)) {
        draft.title ??= { grade: "none" };
        continue;
      }
      const read = this.#title(cell.text);
      if (read.status === "resolved") {
        if (draft.title === undefined || titles.rank(read.value.grade) > titles.rank(draft.title.grade)) draft.title = read.value;
      } else {
        const words =
          read.status === "ambiguous"
            ? { en: "the grade is not stated; the title stays unknown", zh: "未写明职称等级，暂按未知处理" }
            : { en: "no professional title (a post, a qualification or unknown words)", zh: "不是职称（职务、职业资格或无法识别）" };
        this.#walker.tell(row, cell, read.status === "ambiguous" ? "cell-ambiguous" : "cell-unresolved", "warning", words);
      }
    }
    this.#study(row, draft);
    const industries = new Set<string>();
    for (const cell of row.texts("industry")) {
      const read = this.#industry(cell.text);
      if (read.status === "resolved") industries.add(read.value);
      else
        this.#walker.tell(row, cell, read.status === "ambiguous" ? "cell-ambiguous" : "cell-unresolved", "info", {
          en: "no single industry recognised",
          zh: "未识别出唯一的行业",
        });
    }
    if (industries.size > 0) draft.industries = [...industries].sort(compareCodePoints);
  }

  #study(row: SheetRow, draft: Omit<Draft, "id">): void {
    const found = new Set<string>();
    let none = false;
    for (const cell of [...row.texts("major"), ...row.texts("field"), ...row.texts("research_direction")]) {
      if (NONE.test(cell.text)) {
        none = true;
        continue;
      }
      for (const { resolution } of this.#fields(cell.text).parts) {
        if (resolution.status === "resolved") found.add(resolution.value);
        else {
          const ambiguous = resolution.status === "ambiguous";
          this.#walker.tell(row, cell, ambiguous ? "cell-ambiguous" : "cell-unresolved", "warning", {
            en: ambiguous ? "the field has several readings; it stays unknown" : "no field of study recognised",
            zh: ambiguous ? "专业有多种可能，暂按未知处理" : "未识别出学科专业",
          });
        }
      }
    }
    if (found.size > 0) draft.fields = [...found].sort(compareCodePoints);
    else if (none) draft.fields = [];
  }

  /** A résumé fills facts that no column states. */
  #profile(row: SheetRow, draft: Omit<Draft, "id">, derived: Map<string, string>): void {
    const texts = row.texts("resume");
    if (texts.length === 0) return;
    const profile = readProfile(texts.map(({ text }) => text).join("。"), this.#lookups);
    const fill = <K extends "degree" | "title" | "hometown" | "fields">(member: K, value: Draft[K]) => {
      if (value === undefined || draft[member] !== undefined) return;
      draft[member] = value;
      derived.set(member, "résumé");
    };
    fill("degree", profile.degree);
    fill("title", profile.title);
    fill("hometown", profile.hometown);
    fill("fields", profile.fields);
  }

  #category(row: SheetRow): TalentCategory[] | undefined {
    const told = row.texts("talent_category").map(({ text }) => text);
    const sheet = row.table.slice(row.table.indexOf("#") + 1);
    for (const text of [told.join(" "), sheet]) {
      const found = CATEGORIES.filter(([, pattern]) => pattern.test(text)).map(([category]) => category);
      if (found.length > 0) return found;
    }
    return this.#options.category === undefined ? undefined : [this.#options.category];
  }

  #provenance(row: SheetRow, draft: Omit<Draft, "id">, derived: ReadonlyMap<string, string>): Record<string, Provenance> | undefined {
    const channelText = row.texts("channel")[0]?.text;
    const channel = channelText === undefined ? undefined : CHANNELS.find(([, pattern]) => pattern.test(channelText))?.[0];
    const dateCell = row.texts("observed_date")[0];
    const observedAt = dateCell === undefined ? undefined : readDate(cellText(dateCell.text));
    if (dateCell !== undefined && observedAt === undefined) {
      this.#walker.tell(row, dateCell, "cell-date-invalid", "warning", { en: "no date that exists", zh: "不是有效日期" });
    }
    const sourceCell = row.texts("source")[0];
    // A number or an address in the column of offices belongs to a person, and must not name a department.
    const slipped = sourceCell !== undefined && /\d{5}|@/.test(foldWidth(sourceCell.text));
    if (slipped)
      this.#walker.tell(row, sourceCell, "cell-shifted", "warning", {
        en: "expected the name of an office or list; not used",
        zh: "应为提供单位名称，内容不符，未采用",
      });
    const source = slipped ? this.#options.source : (sourceCell?.text ?? this.#options.source);
    const via = channel ?? this.#options.channel;
    const shared: Provenance = {
      ...(source === undefined ? {} : { source }),
      ...(via === undefined ? {} : { channel: via }),
      ...(observedAt === undefined ? {} : { observedAt }),
      evidence: "claimed",
    };
    // One object serves all facts of the row, but for those that were derived.
    const provenance: Record<string, Provenance> = {};
    let known = false;
    for (const member in draft) {
      if (member === "provenance") continue;
      const origin = derived.get(member);
      provenance[member] = origin === undefined ? shared : { ...shared, source: origin };
      known = true;
    }
    return known ? provenance : undefined;
  }
}

/**
 * Makes a reader for talent sheets that come in batches (分批读取人才表).
 * @throws GuiyanError `unknown-option`, `invalid-option`
 */
export function createTalentReader(options: ReadTalentsOptions = {}): TalentReader {
  return new Reader(options);
}

/**
 * Reads a talent sheet, or all sheets of a workbook (读取人才表): records **and** issues, every row accounted for.
 *
 *   rows = records + rejected
 *
 * What cannot be read, or has several readings, stays unknown and is told with sheet, row and column. Protected columns (sex, age, ethnicity …)
 * are recognised and never read. A residence that no column states is taken from the employer's name, a fact that only the résumé states from
 * there; provenance says so.
 * @throws GuiyanError `empty-table`, `no-recognisable-header`, `unknown-option`, `invalid-option`
 * @complexity O(cells); distinct texts are resolved once
 * @example
 * const table = { name: "t", header: ["姓名", "学历", "职称", "籍贯"], rows: [["张 三", "硕士", "高工", "河南南乐"]] };
 * console.log(readTalents(table).records[0]?.hometown); // → 410923
 */
export function readTalents(table: Table, options: ReadTalentsOptions = {}): TalentReading {
  const reader = createTalentReader(options);
  const records = reader.read(table);
  return { ...reader.reading(), records };
}
