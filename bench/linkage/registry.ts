import type { Talent, TalentCategory } from "guiyan";
import { type RandomSource, seededRandom } from "guiyan/numeric";
import { streamTalents } from "guiyan/synth";
import { regionParent, TITLE_GRADES } from "guiyan/taxonomy";

/** A record of one of the three lists; a fact that the list does not tell is undefined, so that all records have one shape. */
export type ListedTalent = Talent & { readonly source: TalentCategory };

/** Records of three lists in random order, and whose each is (真值): `person[i]` of `records[i]`, numbered from 0. */
export interface LinkageRegistry {
  readonly records: readonly ListedTalent[];
  readonly person: Int32Array;
}

/** Options of {@link linkageRegistry}. */
export interface LinkageRegistryOptions {
  readonly seed: number;
  /** Records, not persons. */
  readonly records: number;
  /** Share of persons who stand in the lists more than once. Default 0.2. */
  readonly repeated?: number;
  /** Share of these who stand in them three times. Default 0.2. */
  readonly thrice?: number;
  /** Share of further records that stand in the list of the first, so that it is not clean. Default 0. */
  readonly sameList?: number;
  /** Factor of {@link RECORD_ERRORS}: 0 for records that all say the same. Default 1. */
  readonly errors?: number;
}

/** Share of records that each error befalls where it can; own choice, after what the county's lists show. */
const RECORD_ERRORS = {
  "name-homophone": 0.04,
  "name-lookalike": 0.02,
  "surname-variant": 0.3,
  "blank-in-name": 0.02,
  "phone-lost": 0.12,
  "phone-digit": 0.02,
  "phone-changed": 0.05,
  "employer-short": 0.3,
  "employer-changed": 0.06,
  "hometown-coarse": 0.12,
  "residence-coarse": 0.15,
  "residence-changed": 0.06,
  "title-older": 0.05,
  "email-lost": 0.3,
  "fact-lost": 0.08,
} as const;

const SOURCES: readonly TalentCategory[] = ["official", "expert", "business"];
const CATEGORIES: Readonly<Record<TalentCategory, readonly TalentCategory[]>> = {
  official: ["official"],
  expert: ["expert"],
  business: ["business"],
};

/** Each character of a group with the others of it. */
function othersOf(groups: string): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  for (const group of groups.split(" ")) {
    for (const sign of group) others.set(sign, (others.get(sign) ?? "") + group.replace(sign, ""));
  }
  return others;
}

/** Characters of given names that sound alike, whatever their tone is in a telephone call. */
const HOMOPHONES = othersOf(
  "伟玮炜 华桦骅 军君钧均 平萍苹 强蔷 勇永咏泳 杰洁捷婕 峰锋丰风枫 涛韬滔 明铭鸣 辉晖徽 斌彬宾滨 超朝 刚钢 波博 民敏 生胜声 霞侠 芳方 娟鹃 静婧敬 丽莉立 玲铃灵 " +
    "英瑛莹 梅玫 红洪宏虹鸿 燕艳彦 婷亭 颖影 琳林霖 欣新鑫心 雪学 磊蕾 宇雨羽语 轩萱 豪浩昊 帅率 凯恺 龙隆 飞菲 鹏朋 宁凝 泽则 然冉 琪祺淇奇 怡宜仪 荣蓉容 阳杨洋 " +
    "旭绪 岩研 志智 建健 国果 文雯 晓小 海亥 玉育 春椿 金今 庆清 振镇 俊骏 子梓 一依 思斯 佳家嘉 秀绣 素肃 卫维 东冬 相湘 瑞蕊 慧惠 梦孟 天添 德得 兴星 景璟 书淑 怀淮 乐悦 凤奉 桂贵",
);
/** Characters that look alike. */
const LOOKALIKES = othersOf(
  "伟玮 华桦 娟鹃 丽莉 辉珲 斌赋 涛焘 峰蜂 静婧 英瑛 平苹 宇字 志忘 健键 勇湧 明朋 红江 芳芬 民氏 生主 霞露 玲铃 梅海 燕薰 婷停 颖颕 磊晶 轩轮 博搏 帅师 凯剀 林淋 宁字 泽择 琪棋 " +
    "怡恰 萍苹 荣莹 阳旸 岩岸 国囯 文丈 春舂 玉王 金全 庆厌 振震 俊峻 思恩 佳往 秀季 卫工 东车 立丘 瑞端 慧彗 浩洁 天夫 新薪 胜性 景影 清请 书韦 凤风 桂挂 艳绝",
);
/** Surnames that one family writes in two ways. */
const SURNAMES = othersOf("付傅 肖萧 芦卢 阎闫 于余 邱丘");

type Draft = { -readonly [K in keyof ListedTalent]: ListedTalent[K] };

/** Draws from one source of chance, and errs. */
class Clerk {
  readonly #random: RandomSource;
  readonly #factor: number;

  constructor(random: RandomSource, factor: number) {
    this.#random = random;
    this.#factor = factor;
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  errs(name: keyof typeof RECORD_ERRORS): boolean {
    return this.#random() < RECORD_ERRORS[name] * this.#factor;
  }

  below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  /** Another character of the table in place of one of the name's from `from` on; the name as it is where none is in the table. */
  exchange(name: string, table: ReadonlyMap<string, string>, from: number, to: number): string {
    const signs = [...name];
    const places = signs.flatMap((sign, i) => (i >= from && i < to && (table.get(sign) ?? "") !== "" ? [i] : []));
    const at = places[this.below(places.length)];
    if (at === undefined) return name;
    const others = [...(table.get(signs[at] ?? "") ?? "")];
    signs[at] = others[this.below(others.length)] ?? "";
    return signs.join("");
  }

  name(told: string): string {
    let name = told;
    if (this.errs("surname-variant")) name = this.exchange(name, SURNAMES, 0, 1);
    if (this.errs("name-homophone")) name = this.exchange(name, HOMOPHONES, 1, 9);
    else if (this.errs("name-lookalike")) name = this.exchange(name, LOOKALIKES, 1, 9);
    return this.errs("blank-in-name") && [...name].length === 2 ? [...name].join("\u3000") : name;
  }

  phone(told: string | undefined): string | undefined {
    if (told === undefined || this.errs("phone-lost")) return undefined;
    if (this.errs("phone-changed")) return told.slice(0, 3) + String(this.below(100_000_000)).padStart(8, "0");
    if (!this.errs("phone-digit")) return told;
    const at = 3 + this.below(8);
    return told.slice(0, at) + String((Number(told[at]) + 1 + this.below(9)) % 10) + told.slice(at + 1);
  }

  /** 上海沛澄机械设备有限公司 as 沛澄机械设备, 上海沛澄机械设备公司, 上海沛澄机械设备. */
  employer(told: string): string {
    const bare = told.replace(/（[^（）]*）/, "");
    const core = bare.replace(/(?:集团)?(?:股份)?有限(?:责任)?公司$/, "");
    switch (this.below(4)) {
      case 0:
        return core;
      case 1:
        return core === bare ? bare : `${core}公司`;
      case 2:
        return core.length > 6 ? core.slice(2) : core;
      default:
        return bare;
    }
  }
}

/** One object for all that say the same. */
class Shared<T> {
  readonly #known = new Map<string, T>();

  of(value: T | undefined): T | undefined {
    if (value === undefined) return undefined;
    const key = JSON.stringify(value);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, value);
    return value;
  }
}

/** Titles without their name, a grade lower. */
const OLDER = new Shared<Talent["title"] & object>();

/** Facts of the person before, which an error may put in place of one's own. */
type Neighbour = Pick<Talent, "organization" | "post" | "residence">;

function recordOf(talent: Talent, id: string, source: TalentCategory, neighbour: Neighbour, clerk: Clerk): ListedTalent {
  const keep = <T>(value: T | undefined): T | undefined => (clerk.errs("fact-lost") ? undefined : value);
  const record: Draft = {
    id,
    source,
    name: clerk.name(talent.name ?? ""),
    categories: CATEGORIES[source],
    residence: keep(talent.residence),
    hometown: keep(talent.hometown),
    fields: keep(talent.fields),
    degree: keep(talent.degree),
    title: keep(talent.title),
    organization: keep(talent.organization),
    post: keep(talent.post),
    industries: keep(talent.industries),
    phone: clerk.phone(talent.phone),
    email: clerk.errs("email-lost") ? undefined : talent.email,
  };
  if (clerk.errs("employer-changed")) {
    record.organization = neighbour.organization;
    record.post = neighbour.post;
  } else if (record.organization !== undefined && clerk.errs("employer-short")) record.organization = clerk.employer(record.organization);
  if (clerk.errs("residence-changed")) record.residence = neighbour.residence;
  else if (record.residence !== undefined && clerk.errs("residence-coarse"))
    record.residence = regionParent(record.residence) ?? record.residence;
  if (record.hometown !== undefined && clerk.errs("hometown-coarse")) {
    const above = regionParent(record.hometown) ?? record.hometown;
    record.hometown = clerk.chance(0.7) ? above : (regionParent(above) ?? above);
  }
  if (record.title !== undefined && clerk.errs("title-older")) {
    const grade = TITLE_GRADES[Math.max(0, TITLE_GRADES.indexOf(record.title.grade) - 1)];
    record.title = OLDER.of({ grade: grade ?? "none" });
  }
  return record;
}

/**
 * A registry for linkage benches (关联测试名册): persons of {@link streamTalents} in three lists, some in two or three of them, each list with errors of its own. The same seed gives
 * the same records. Ids and order tell nothing of who is who, and no provenance is carried.
 */
export function linkageRegistry(options: LinkageRegistryOptions): LinkageRegistry {
  const { seed, records: count, repeated = 0.2, thrice = 0.2, sameList = 0, errors = 1 } = options;
  const random = seededRandom(seed);
  const clerk = new Clerk(random, errors);
  const slots = shuffledNumbers(count, random);
  const person = new Int32Array(count);
  const records = Array.from({ length: count }, (): ListedTalent | undefined => undefined);
  const titles = new Shared<Talent["title"] & object>();
  const lists = new Shared<readonly string[]>();
  let neighbour: Neighbour = {};
  let made = 0;
  let number = 0;
  for (const talent of streamTalents({ seed, count })) {
    if (made === count) break;
    const own = talent.categories?.[0] ?? "expert";
    const shared: Talent = {
      ...talent,
      title: titles.of(talent.title),
      fields: lists.of(talent.fields),
      industries: lists.of(talent.industries),
    };
    const others = SOURCES.filter((source) => source !== own);
    if (clerk.chance(0.5)) others.reverse();
    const copies = clerk.chance(repeated) ? (clerk.chance(thrice) ? 3 : 2) : 1;
    for (let copy = 0; copy < copies && made < count; copy++) {
      const source = copy === 0 || clerk.chance(sameList) ? own : (others[copy - 1] ?? own);
      const slot = slots[made++] as number;
      person[slot] = number;
      records[slot] = recordOf(shared, `r${String(slot + 1).padStart(7, "0")}`, source, neighbour, clerk);
    }
    neighbour = { organization: talent.organization, post: talent.post, residence: talent.residence };
    number++;
  }
  return { records: records as ListedTalent[], person };
}

/** 0..count-1 in random order. */
function shuffledNumbers(count: number, random: RandomSource): Int32Array {
  const numbers = new Int32Array(count).map((_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [numbers[i], numbers[j]] = [numbers[j] as number, numbers[i] as number];
  }
  return numbers;
}
