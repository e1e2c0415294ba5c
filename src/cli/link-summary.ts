import { evidenceText, reviewKindName } from "../report/index.js";
import { accountLine } from "./input-account.js";
import type { LinkOutcome } from "./link-job.js";

/** Uncertain pairs that are shown. */
const SHOWN = 3;

/** A share out of 100, never rounded up to all. */
function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
}

/** What a person reads on the screen after a linking job: what came in, who came out, what to look at. It holds no fact of anybody. */
export function linkSummary({ record, linkage, lists, files }: LinkOutcome, lang: "zh" | "en"): string {
  const zh = lang === "zh";
  const { records, people, merged, review, expectedPrecision, converged, iterations } = record;
  const waiting = Object.values(review).reduce((a, b) => a + b, 0);
  const precision = expectedPrecision === null ? undefined : percent(expectedPrecision);
  const lines = [
    ...record.inputs.map((input) => accountLine(input, lang)),
    zh
      ? `${lists.lists.length} 份名单的 ${records} 条记录归为 ${people} 人，其中 ${merged} 人由多条记录合成；${waiting} 对待人工核对`
      : `${records} records of ${lists.lists.length} lists became ${people} people, ${merged} of several records; ${waiting} pairs to review`,
    precision === undefined
      ? zh
        ? "没有足以合并的记录对"
        : "no pair is sure enough to be merged"
      : zh
        ? `预计合并准确率 ${precision}`
        : `expected precision of the merges ${precision}`,
  ];
  const rounds = zh ? `${iterations} 轮` : `after ${iterations} rounds`;
  if (converged) lines.push(zh ? `EM 估计已收敛（${rounds}）` : `EM converged ${rounds}`);
  else
    lines.push(
      zh ? `EM 估计未收敛（止于 ${rounds}）：概率仅供参考，请多核对` : `EM had not converged ${rounds}: take the probabilities as rough`,
    );
  const uncertain = linkage.review.toSorted((a, b) => b.uncertainty - a.uncertainty).slice(0, SHOWN);
  if (uncertain.length > 0) lines.push("", zh ? "最拿不准的：" : "Least certain:");
  // A record's own number may be a person's: list and row alone are told.
  const place = (id: string): string => {
    const origin = lists.origins.get(id);
    if (origin?.row === undefined) return origin?.list ?? "–";
    return zh ? `${origin.list} 第${origin.row}行` : `${origin.list} row ${origin.row}`;
  };
  for (const { a, b, kind, probability } of uncertain) {
    const why = evidenceText(linkage.explain(a, b), { lang, bits: false });
    const likely = `${(probability * 100).toFixed(1)} %`;
    lines.push(
      zh
        ? `  ${place(a)} 与 ${place(b)}：${reviewKindName(kind, lang)}，概率 ${likely}。${why}`
        : `  ${place(a)} and ${place(b)}: ${reviewKindName(kind, lang)}, probability ${likely}. ${why}`,
    );
  }
  lines.push("", ...files.map((file) => (zh ? `已写出 ${file}` : `written ${file}`)));
  lines.push(zh ? "两份文件均含个人信息，仅供内部使用" : "Both files hold personal data, for internal use only");
  return `${lines.join("\n")}\n`;
}
