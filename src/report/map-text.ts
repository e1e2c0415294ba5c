import { type Gap, gaps, type Hub, hubs, type RecruitmentTarget, recruitmentTargets, type TalentMap, UNNAMED } from "../chain/index.js";
import { checkInteger, checkOneOf, checkOptions } from "../errors/index.js";
import type { ChainSegment, ChainStage, Talent } from "../model/index.js";
import { codeLabel, degrees } from "../taxonomy/index.js";
import { namingFor, SMALLEST_PUBLIC_COUNT, TIERS, type Tier } from "./tier.js";
import { LANGS, type Lang } from "./wording.js";

/** Options of {@link mapText}. */
export interface MapTextOptions {
  /** Default `zh`. */
  readonly lang?: Lang;
  /** Default `internal`; `public` tells no person and no count below {@link SMALLEST_PUBLIC_COUNT}. */
  readonly tier?: Tier;
  /** People named for each segment, and targets told. Default 3. */
  readonly limit?: number;
}

const STAGES: Readonly<Record<ChainStage, Record<Lang, string>>> = {
  upstream: { zh: "上游", en: "upstream" },
  midstream: { zh: "中游", en: "midstream" },
  downstream: { zh: "下游", en: "downstream" },
};

/** How one text is worded. */
interface Wording {
  readonly lang: Lang;
  readonly tier: Tier;
  readonly limit: number;
  /** A number of people; told as few where the tier hides small counts. */
  readonly people: (count: number) => string;
  /** How a person is called, with where they are. */
  readonly person: (talent: Talent) => string;
}

function wordingOf(lang: Lang, tier: Tier, limit: number): Wording {
  const zh = lang === "zh";
  const hides = tier === "public";
  const naming = hides ? undefined : namingFor(tier);
  return {
    lang,
    tier,
    limit,
    people: (count) =>
      hides && count > 0 && count < SMALLEST_PUBLIC_COUNT
        ? zh
          ? `不足${SMALLEST_PUBLIC_COUNT}人`
          : `fewer than ${SMALLEST_PUBLIC_COUNT}`
        : zh
          ? `${count}人`
          : String(count),
    person: (talent) => {
      const place = talent.residence && codeLabel("region", talent.residence);
      const about = [naming?.organization(talent), place, talent.degree && degrees.label(talent.degree, lang)].filter((part) => part);
      const name = naming?.name(talent) || naming?.id(talent) || talent.id;
      return about.length > 0 ? `${name}${zh ? "（" : " ("}${about.join(zh ? "，" : ", ")}${zh ? "）" : ")"}` : name;
    },
  };
}

const fieldName = (field: string, lang: Lang): string =>
  field === UNNAMED ? (lang === "zh" ? "专业不限" : "any field") : (codeLabel("field", field) ?? field);

function levelName(level: Gap["level"], lang: Lang): string {
  if (level === UNNAMED) return lang === "zh" ? "学历不限" : "any degree";
  return lang === "zh" ? `${degrees.label(level, lang)}及以上` : `${degrees.label(level, lang)} or above`;
}

function gapLine(gap: Gap, { lang, people }: Wording): string {
  const zh = lang === "zh";
  const what = `${fieldName(gap.field, lang)}${zh ? "，" : ", "}${levelName(gap.level, lang)}`;
  const near = gap.substitutes.map(({ field, people: count }) => `${fieldName(field, lang)} ${people(count)}`).join(zh ? "、" : ", ");
  const told = zh
    ? `缺 ${gap.missing}（需 ${gap.asked}，可补 ${gap.filled}）`
    : `short of ${gap.missing} (asked ${gap.asked}, ${gap.filled} can be filled)`;
  const verify = gap.toVerify > 0 ? (zh ? `；待核实 ${people(gap.toVerify)}` : `; ${people(gap.toVerify)} to verify`) : "";
  const instead = near === "" ? "" : zh ? `；相近专业：${near}` : `; nearby: ${near}`;
  return `    ${zh ? "缺口" : "gap"} ${what}${zh ? "：" : ": "}${told}${verify}${instead}`;
}

function segmentLines(map: TalentMap, segment: ChainSegment, wording: Wording): string[] {
  const { lang, people, person, limit, tier } = wording;
  const zh = lang === "zh";
  const links = map.links
    .filter((link) => link.segment === segment.id)
    .sort((a, b) => b.weight - a.weight || (a.talent.id < b.talent.id ? -1 : 1));
  const head = `  【${STAGES[segment.stage][lang]}】${segment.name}${zh ? "：" : ": "}${zh ? "在外人才" : "natives elsewhere"} ${people(links.length)}`;
  const lines = [head];
  if (tier !== "public" && links.length > 0) {
    const named = links.slice(0, limit).map(({ talent }) => person(talent));
    lines.push(`    ${zh ? "例如" : "such as"} ${named.join(zh ? "；" : "; ")}`);
  }
  const lacking = gaps(map).filter((gap) => gap.segment === segment.id && gap.missing > 0);
  const asked = gaps(map).filter((gap) => gap.segment === segment.id);
  if (asked.length === 0) lines.push(`    ${zh ? "本轮无需求" : "nothing asked this round"}`);
  else if (lacking.length === 0) lines.push(`    ${zh ? "需求均可满足" : "all that is asked can be met"}`);
  return [...lines, ...lacking.map((gap) => gapLine(gap, wording))];
}

function hubLine({ kind, id, relevant, people: all, shrunken }: Hub, { lang, people }: Wording): string {
  const name = kind === "city" ? (codeLabel("region", id) ?? id) : id;
  return lang === "zh"
    ? `  ${name}：相关 ${people(relevant)}／已登记 ${people(all)}，富集度 ${shrunken.toFixed(1)}`
    : `  ${name}: ${people(relevant)} of ${people(all)} related, ${shrunken.toFixed(1)} times the registry's share`;
}

function targetLine(target: RecruitmentTarget, byId: ReadonlyMap<string, Talent>, { lang, people, person }: Wording): string {
  const { kind, id } = target;
  const talent = kind === "talent" ? byId.get(id) : undefined;
  const name = talent ? person(talent) : kind === "city" ? (codeLabel("region", id) ?? id) : id;
  const byField = new Map<string, number>();
  for (const { field, people: count } of target.reasons) byField.set(field, (byField.get(field) ?? 0) + count);
  const reasons = Array.from(byField, ([field, count]) => ({ field, people: count }))
    .slice(0, 3)
    .map(({ field, people: count }) => (kind === "talent" ? fieldName(field, lang) : `${fieldName(field, lang)} ${people(count)}`));
  return `  ${name}${lang === "zh" ? "：可补 " : ": for "}${reasons.join(lang === "zh" ? "、" : ", ")}`;
}

/**
 * A talent map as a text for an officer (图谱简报): segment by segment who is there and what lacks, then where such people are many and whom to call.
 * @throws GuiyanError `invalid-option`, `unknown-option`
 * @complexity that of `gaps`, `hubs` and `recruitmentTargets`
 */
export function mapText(map: TalentMap, options: MapTextOptions = {}): string {
  checkOptions("mapText", options, ["lang", "tier", "limit"]);
  const lang = checkOneOf("mapText", "lang", options.lang ?? "zh", LANGS);
  const tier = checkOneOf("mapText", "tier", options.tier ?? "internal", TIERS);
  const limit = checkInteger("mapText", "limit", options.limit ?? 3, { min: 0 });
  const wording = wordingOf(lang, tier, limit);
  const zh = lang === "zh";
  const { people } = wording;
  const missing = gaps(map).reduce((sum, gap) => sum + gap.missing, 0);
  const asked = gaps(map).reduce((sum, gap) => sum + gap.asked, 0);
  const lines = [
    `${map.chain.name}${zh ? "产业链人才图谱" : " – talent map"}`,
    zh
      ? `在外人才 ${people(map.talents.length)}，需求岗位 ${asked}，缺 ${missing}；另有 ${people(map.unplaced)}专业与行业均不详，无法归入`
      : `${people(map.talents.length)} natives elsewhere, ${asked} posts asked for, ${missing} missing; of ${people(map.unplaced)} more neither field nor industry is known`,
    "",
    ...map.chain.segments.flatMap((segment) => segmentLines(map, segment, wording)),
  ];
  const rich = hubs(map, { limit }).filter(({ relevant }) => tier !== "public" || relevant >= SMALLEST_PUBLIC_COUNT);
  const shown = tier === "enterprise" ? rich.filter(({ kind }) => kind === "city") : rich;
  if (shown.length > 0) lines.push("", zh ? "人才富集地" : "Where such people are many", ...shown.map((hub) => hubLine(hub, wording)));
  const targets = recruitmentTargets(map, { limit }).filter(
    ({ kind }) => kind === "city" || tier === "internal" || (tier === "enterprise" && kind === "talent"),
  );
  const listed = tier === "public" ? [] : targets;
  if (listed.length > 0) {
    const byId = new Map(map.registry.map((talent) => [talent.id, talent]));
    lines.push("", zh ? "建议联系" : "Whom to call, and where", ...listed.map((target) => targetLine(target, byId, wording)));
  }
  return `${lines.join("\n")}\n`;
}
