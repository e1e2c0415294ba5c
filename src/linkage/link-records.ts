import { checkAborted } from "../errors/index.js";
import { buildLinkage, type LinkageParts } from "./build-linkage.js";
import { type LinkOptions, type SettledLinkOptions, settleLinkOptions } from "./link-options.js";
import { Linkage } from "./linkage.js";
import type { LinkableRecord } from "./record-base.js";

/**
 * Links records into people (人员关联、查重合并): several offices' lists become one registry in which everybody stands once.
 *
 *   bits = log2(λ / (1 − λ)) + Σ log2(m / u)          over the facts that both records tell; rare names weigh more than frequent ones
 *
 * What each agreement is worth is learnt from the records themselves, without knowing who is whom. Pairs above a line that chooses itself are links; people are
 * clusters of links that hold together on the whole, with at most one record of each clean list. A missing fact is no evidence.
 * @param records plain objects with distinct ids: talents, or rows with members such as 姓名, 手机, given_name, dateOfBirth
 * @returns the people, the pairs, what to look at, and the model; later changes go to {@link Linkage.upsert}
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`, `duplicate-id`, `limit-exceeded`
 * @complexity O(records × candidates of each); the number of candidates is bounded by `pairsPerRecord`
 * @source I. P. Fellegi, A. B. Sunter, A theory for record linkage, JASA 64 (1969) 1183–1210; frequency of terms and random pairs after Splink
 *   (R. Linacre et al., 2022). Differs: pairs outside the blocks count towards λ and u, weights do not grow towards weaker levels, links are
 *   clustered by the weight of all pairs and not by their closure.
 * @example
 * const { entities } = linkRecords([
 *   { id: "a", 姓名: "张伟", 手机: "16000000001", 单位: "南乐甲食品有限公司" },
 *   { id: "b", 姓名: "张玮", 手机: "160 0000 0001", 单位: "南乐县甲食品公司" },
 *   { id: "c", 姓名: "张伟", 手机: "16051230083", 单位: "濮阳市第五中学" },
 * ]);
 * console.log(entities.map(({ members }) => members.join("+"))); // → [ 'a+b', 'c' ]
 */
export function linkRecords<T extends LinkableRecord>(records: readonly T[], options: LinkOptions<T> = {}): Linkage<T> {
  const settled = settleLinkOptions(records, options);
  const work = buildLinkage(records, settled);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return new Linkage(settled, step.value);
}

/** Options of {@link linkRecordsInSteps}. */
export interface StepwiseLinkOptions<T extends LinkableRecord> extends LinkOptions<T> {
  readonly signal?: AbortSignal;
  /** Told the share of the work that is done, rising to 1. */
  readonly onProgress?: (done: number) => void;
}

/** Steps of the work between two rests, in which a page may draw and a signal be heard. */
const STEPS_BETWEEN_RESTS = 8;

/**
 * As {@link linkRecords}, resting between steps so that a page stays alive, progress is told and the work can be cancelled (可取消的分步关联). The same answer.
 * @throws GuiyanError as linkRecords, and `aborted`
 */
export async function linkRecordsInSteps<T extends LinkableRecord>(
  records: readonly T[],
  options: StepwiseLinkOptions<T> = {},
): Promise<Linkage<T>> {
  const { signal, onProgress, ...rest } = options;
  const settled: SettledLinkOptions<T> = settleLinkOptions(records, rest);
  checkAborted("linkRecordsInSteps", signal);
  const work: Generator<number, LinkageParts<T>, void> = buildLinkage(records, settled);
  let told = 0;
  for (let count = 1; ; count++) {
    const step = work.next();
    if (step.done === true) {
      onProgress?.(1);
      return new Linkage(settled, step.value);
    }
    if (count % STEPS_BETWEEN_RESTS > 0) continue;
    if (step.value > told) {
      told = step.value;
      onProgress?.(told);
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    checkAborted("linkRecordsInSteps", signal);
  }
}
