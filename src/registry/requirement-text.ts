import { cleanText, foldScript, foldWidth, mayBeDamaged, repairText } from "../text/index.js";

/** What a heading or the end of a list says of all its items: 以下条件必须满足, 以下人员不要, 同等条件下优先. */
type ClauseScope = "hard" | "soft" | "exclude";

/** Dimension that a label before a colon names: 学历：, 专业：. */
type ClauseTopic = "degree" | "title" | "field" | "region" | "age" | "sex" | "other";

/** One clause of a requirement text (条件分句). */
export interface RequirementClause {
  /** Half-width, simplified, without numbering and headings. */
  readonly text: string;
  readonly scope: ClauseScope | undefined;
  readonly topic: ClauseTopic | undefined;
}

/** Numbering that opens a clause wherever it stands: `1、`, `(2)`, `①`, `一、`, a dash or bullet at the beginning. */
const NUMBERING =
  /(?:^|(?<=[;。:\n])|(?<=[^\d.]))\s*(?:\(\d{1,2}\)|\(?[一二三四五六七八九十]{1,2}\)|[①-⑳]|\d{1,2}[)、.](?![\d])|[一二三四五六七八九十]{1,2}、)|^\s*[-—•·*●■◆]+/gu;
/** A mark that stands for a break between items and cannot be text. */
const ITEM = "\ue000";
/** Blanks inside one phrase: 本科 及以上, 5 年. */
const LOOSE_BLANK =
  /\s+(?=(?:及|或)?以[上下内]|(?:学历|学位|职称|优先|专业)(?!(?:要求|条件|限制)?\s*:)|[年岁名人个](?![龄数]|[\p{Script=Han}]{2}))|(?<=[、:(])\s+|\s+(?=[、:)])|(?<=\d)\s+(?=[-~至到]|[年岁])/gu;

const LABELS: readonly (readonly [ClauseTopic, RegExp])[] = [
  ["degree", /^(?:最低)?(?:学历|学位|文化程度|教育程度|学历学位)(?:层次)?(?:要求|条件)?$/],
  ["title", /^(?:专业技术)?(?:职称|职务|资格)(?:等级)?(?:要求|条件)?$/],
  ["field", /^(?:所学|学科|需求)?(?:专业|学科|研究方向|方向|专业方向|专业类别|学科专业)(?:名称)?(?:要求|条件)?$/],
  ["region", /^(?:户籍|户口|籍贯|生源地?|地域|现居住?地?|居住地)(?:所在地)?(?:要求|条件)?$/],
  ["age", /^年龄(?:要求|条件)?$/],
  ["sex", /^性别(?:要求)?$/],
  [
    "other",
    /^(?:工作)?(?:经验|经历|年限|待遇|薪资|工资|薪酬|福利|人数|工作地点|地点|地址|联系人|联系方式|联系电话|备注|语言|外语|英语|证书|技能)(?:要求)?$/,
  ],
];
const SCOPES: readonly (readonly [ClauseScope, RegExp])[] = [
  ["exclude", /(?:不要|不招|谢绝|勿扰|不接受|不予|不得报(?:名|考))/],
  ["soft", /优先|加分|最好|期望|希望/],
  ["hard", /必须|须|必备|满足|具备以下|硬性|限(?!制)/],
];

const scopeOf = (heading: string): ClauseScope | undefined => SCOPES.find(([, pattern]) => pattern.test(heading))?.[0];

/** Splits at commas outside brackets. */
function splitOutside(text: string, signs: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? "";
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && signs.includes(sign)) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Clauses of one sentence: at commas, at blanks between Chinese words, at / and + between unlike things. */
function clausesOf(sentence: string): string[] {
  return splitOutside(sentence, ",+")
    .flatMap((clause) => clause.split(/(?<=[\p{Script=Han}\d)])\s+(?=[\p{Script=Han}\d(])/u))
    .flatMap((clause) =>
      /(?:^|\/)\s*(?:男|女|\d+年|\d+岁|\p{Script=Han}{0,6}岁以[下内])/u.test(clause) || clause.split("/").length > 2
        ? splitOutside(clause, "/")
        : [clause],
    )
    .flatMap((clause) => {
      const [first = "", ...rest] = clause.split("/");
      // 本科/食品 are two things, 食品/化工 and 硕士/博士 alternatives; what follows a level alone is split off.
      return rest.length === 1 &&
        /^(?:博士|硕士|研究生|本科|大专|专科)(?:及以上)?(?:学历)?$/.test(first) &&
        !/^(?:博士|硕士|研究生|本科|大专|专科)/.test(rest[0] ?? "")
        ? [first, rest[0] ?? ""]
        : [clause];
    });
}

/**
 * Cuts a requirement text into clauses (条件分句), each with what its heading or label says of it.
 * @complexity O(length)
 */
export function requirementClauses(raw: string): RequirementClause[] {
  const repaired = mayBeDamaged(raw) ? repairText(raw).text : raw;
  const text = foldScript(foldWidth(repaired.replace(/[\r\n\u2028\u2029]+/g, "\n")))
    .split("\n")
    .map((line) => cleanText(line).replace(LOOSE_BLANK, ""))
    .join("\n");
  const clauses: RequirementClause[] = [];
  let scope: ClauseScope | undefined;
  for (const part of text.split(/[;。!\n]+|(?<=\p{Script=Han})\.(?=\p{Script=Han})/u)) {
    const items = part.replace(NUMBERING, ITEM).split(ITEM);
    let sentenceScope: ClauseScope | undefined;
    for (const item of items) {
      let rest = item.trim().replace(/^[、,:.]+/, "");
      if (rest === "") continue;
      for (;;) {
        const colon = /^([^:,、]{1,24}):\s*/.exec(rest);
        if (colon === null) break;
        const heading = colon[1] ?? "";
        const topic = LABELS.find(([, pattern]) => pattern.test(heading))?.[0];
        if (topic !== undefined) break;
        rest = rest.slice(colon[0].length);
        // 优先考虑：①…②… holds for the items that follow, until the next heading.
        const said = scopeOf(heading);
        scope = said;
        if (said !== undefined && rest === "") break;
      }
      if (/^(?:在)?同等条件下(?:优先)?$/.test(rest.split(",")[0] ?? "")) sentenceScope = "soft";
      let topic: ClauseTopic | undefined;
      for (const clause of clausesOf(rest)) {
        const label = /^([^:]{2,8}):(.*)$/.exec(clause);
        const named = label === null ? undefined : LABELS.find(([, pattern]) => pattern.test(label[1] ?? ""))?.[0];
        // 专业：化工、材料 keeps its topic for blank-separated parts of the same label only.
        topic = named ?? (label === null ? topic : undefined);
        const body = (named === undefined ? clause : (label?.[2] ?? "")).replace(/^(?:在)?同等条件下/, "").trim();
        if (body === "") continue;
        const previous = clauses.at(-1);
        // 副高及以上职称，或博士学位: one clause, whatever sign stands before 或.
        if (/^或(?!许)/.test(body) && previous !== undefined) {
          clauses[clauses.length - 1] = { ...previous, text: `${previous.text}${body}` };
          continue;
        }
        // 籍贯：南乐 reads like 籍贯南乐.
        const spoken = named === "region" ? `${label?.[1] ?? ""}${body}` : body;
        clauses.push({ text: spoken, scope: sentenceScope ?? scope, topic: named === undefined && clause !== rest ? undefined : topic });
      }
    }
  }
  return clauses;
}
