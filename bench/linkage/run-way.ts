import { type PairQuality, pairQuality } from "./pair-quality.js";
import { linkageRegistry } from "./registry.js";
import { type OwnAccount, WAYS } from "./ways.js";

/** One run of one way in a process of its own (单次运行). */
export interface WayRun {
  readonly seconds: number;
  /** Until one record a person is written; undefined of ways that write none. */
  readonly fuseSeconds: number | undefined;
  /** Most memory of the process, in megabytes: when the records had been made, and when all was done. */
  readonly recordsMegabytes: number;
  readonly peakMegabytes: number;
  readonly account: OwnAccount | undefined;
  readonly quality: PairQuality;
}

const megabytes = () => process.resourceUsage().maxRSS / 1024;
const since = (start: number) => (performance.now() - start) / 1000;

/** Makes records, groups them by the way of this name, then compares the groups with the planted persons. */
export async function runWay(name: string, records: number, seed: number): Promise<WayRun> {
  const way = WAYS.find((it) => it.name === name);
  if (way === undefined) throw new Error(`no way is called ${name}`);
  const registry = linkageRegistry({ seed, records });
  globalThis.gc?.();
  const recordsMegabytes = megabytes();
  const start = performance.now();
  const { groups, account, fuse } = await way.group(registry.records);
  const seconds = since(start);
  const then = performance.now();
  fuse?.();
  const fuseSeconds = fuse === undefined ? undefined : since(then);
  const peakMegabytes = megabytes();
  return { seconds, fuseSeconds, recordsMegabytes, peakMegabytes, account, quality: pairQuality(groups(), registry.person) };
}
