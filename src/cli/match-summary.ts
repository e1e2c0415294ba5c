import { rankedRows } from "../report/index.js";
import { accountLine } from "./input-account.js";
import type { MatchOutcome } from "./match-job.js";

/** What a person reads on the screen after a matching job: what came in, what came out, one list as a sample. */
export function matchSummary(
  { record, recommendation, files }: MatchOutcome,
  lang: "zh" | "en",
  tier: "internal" | "enterprise" | "public",
): string {
  const { summary } = record;
  const lines: string[] = [];
  for (const input of record.inputs) lines.push(accountLine(input, lang));
  if (record.linked !== undefined) {
    const { records, people, review } = record.linked;
    lines.push(
      lang === "zh"
        ? `关联：${records} 条记录归为 ${people} 人，同一人不再重复；${review} 对待人工核对（见 guiyan link）`
        : `linked: ${records} records became ${people} people, nobody stands twice; ${review} pairs to review (see guiyan link)`,
    );
  }
  const median = summary.topPoints === undefined ? undefined : summary.topPoints.median / 10_000;
  lines.push(
    lang === "zh"
      ? `${summary.demands} 项需求，${summary.posts} 个岗位；${summary.demandsWithoutCandidate} 项无人符合硬性条件；清单涉及 ${summary.talentsListed} 人${median === undefined ? "" : `；首位得分中位数 ${median}`}`
      : `${summary.demands} demands, ${summary.posts} posts; ${summary.demandsWithoutCandidate} with nobody who meets the hard rules; ${summary.talentsListed} talents listed${median === undefined ? "" : `; median first place ${median} of 100`}`,
  );
  const { posts, filled, shortfalls } = record.plan;
  lines.push(
    lang === "zh"
      ? `整体分配：${posts} 个岗位可满 ${filled} 个，一人一处；${shortfalls} 项需求仍有空岗`
      : `all demands together: ${filled} of ${posts} posts filled, nobody twice; ${shortfalls} demands with posts left`,
  );
  const open = recommendation.lists.filter(({ demand }) => !demand.requirements.some(({ kind }) => kind === "soft")).length;
  if (open > 0) {
    lines.push(
      lang === "zh"
        ? `${open} 项需求没有可计分的条件（未写明或未能识别），所有候选人同得 100 分，名次只按编号排列`
        : `${open} demands ask nothing that can be scored (not stated, or not recognised): everybody gets 100, the order is by id only`,
    );
  }
  const sample = recommendation.lists.find(({ matches }) => matches.length > 0);
  if (sample !== undefined && tier !== "public") {
    const rows = rankedRows({ lists: [{ ...sample, matches: sample.matches.slice(0, 3) }] }, { lang, tier });
    lines.push("", lang === "zh" ? "例如：" : "For example:");
    for (const row of rows)
      lines.push(
        `  ${Object.entries(row)
          .filter(([, value]) => value !== "")
          .map(([heading, value]) => `${heading} ${value}`)
          .join(lang === "zh" ? "，" : ", ")}`,
      );
    const reason = sample.matches[0]?.explanation.sentence[lang];
    if (reason !== undefined) lines.push(lang === "zh" ? `  首位理由：${reason}` : `  why the first: ${reason}`);
  }
  if (tier === "internal" && record.inputs.some(({ issues }) => Object.keys(issues).length > 0)) {
    const where = "ranked.xlsx";
    lines.push(
      "",
      lang === "zh"
        ? `未采用的行与提示逐条列在 ${where} 的“问题清单”`
        : `Rows not used and notes are listed one by one in ${where}, sheet Issues`,
    );
  }
  lines.push("", ...files.map((file) => (lang === "zh" ? `已写出 ${file}` : `written ${file}`)));
  return `${lines.join("\n")}\n`;
}
