import { checkOneOf, checkOptions } from "../errors/index.js";
import type { PairExplanation } from "../linkage/index.js";
import { factName, levelName, listed } from "./linkage-wording.js";
import { LANGS, type Lang } from "./wording.js";

/** Options of {@link evidenceText}. */
export interface EvidenceTextOptions {
  /** Default `zh`. */
  readonly lang?: Lang;
  /** Whether each fact's bits are told. Default true. */
  readonly bits?: boolean;
}

/** Bits with their sign, to one decimal. */
function signed(bits: number): string {
  return `${bits < 0 ? "−" : "+"}${Math.abs(bits).toFixed(1)}`;
}

/**
 * A pair's evidence in words (证据说明): what speaks for one person, what against, the strongest first, and what one of the records does not tell. It holds no value of
 * anybody.
 * @throws GuiyanError `unknown-option`, `invalid-option`
 * @complexity O(facts log facts)
 * @example
 * const linkage = linkRecords([
 *   { id: "a", name: "张伟", phone: "16000000001" },
 *   { id: "b", name: "张 伟" },
 *   { id: "c", name: "李娜", phone: "16051230083" },
 * ]);
 * console.log(evidenceText(linkage.explain("a", "b"), { lang: "en", bits: false })); // → for: name exactly the same; not told: phone
 */
export function evidenceText({ steps, verdict }: PairExplanation, options: EvidenceTextOptions = {}): string {
  checkOptions("evidenceText", options, ["lang", "bits"]);
  const lang = checkOneOf("evidenceText", "lang", options.lang ?? "zh", LANGS);
  const told = steps.flatMap(({ comparison, level, weightBits, termBits }) =>
    level === undefined ? [] : [{ comparison, level, sum: weightBits + termBits }],
  );
  const words = (side: typeof told): string =>
    listed(
      side.map(({ comparison, level, sum }) => {
        const fact = `${factName(comparison, lang)}${lang === "zh" ? "" : " "}${levelName(comparison, level, lang)}`;
        if (options.bits === false) return fact;
        return lang === "zh" ? `${fact}（${signed(sum)}）` : `${fact} (${signed(sum)})`;
      }),
      lang,
    );
  // A place that nearly all share may weigh nothing or less; it agrees all the same.
  const speaksFor = ({ level, sum }: (typeof told)[number]) => level === "same" || level === "exact" || (level !== "different" && sum >= 0);
  const inFavour = told.filter(speaksFor).sort((a, b) => b.sum - a.sum);
  const against = told.filter((step) => !speaksFor(step)).sort((a, b) => a.sum - b.sum);
  const untold = steps.filter(({ level }) => level === undefined).map(({ comparison }) => factName(comparison, lang));
  const [ruled, forWords, againstWords, untoldWords] =
    lang === "zh"
      ? ([{ same: "人工认定为同一人", apart: "人工认定为两人" }, "相符：", "不符：", "缺："] as const)
      : ([{ same: "ruled one person", apart: "ruled two people" }, "for: ", "against: ", "not told: "] as const);
  return [
    verdict === undefined ? "" : ruled[verdict],
    inFavour.length === 0 ? "" : `${forWords}${words(inFavour)}`,
    against.length === 0 ? "" : `${againstWords}${words(against)}`,
    untold.length === 0 ? "" : `${untoldWords}${listed(untold, lang)}`,
  ]
    .filter((part) => part !== "")
    .join(lang === "zh" ? "；" : "; ");
}
