// %% Two survey rounds of a synthetic county, as its offices sent them
import { diffRounds, readDemands, readTalents, registryQuality } from "guiyan";
import { callbackQueue } from "guiyan/outreach";
import { synthesiseCounty } from "guiyan/synth";

const { tables } = synthesiseCounty({ seed: 2026, talents: 600, demands: 60 });
const talents = [tables.officials, tables.experts, tables.business].flatMap((table) => [...readTalents(table).records]);
const [before = [], after = []] = tables.demands.map((table) => readDemands(table).records);
const now = "2026-06-30";

// %% How far can the registry be trusted, and which office should look again?
const { total, worst } = registryQuality(talents, { now });
const share = ({ share: of, low, high }: typeof total.complete) =>
  of === undefined ? "unknown" : `${(of * 100).toFixed(0)} % (${(low * 100).toFixed(0)}–${(high * 100).toFixed(0)})`;
console.log(`complete ${share(total.complete)}, fresh ${share(total.fresh)}, no likely double ${share(total.distinct)}`);
console.log(worst === undefined ? "no office surely behind" : `behind: ${worst.cell.department}, ${worst.measure}`);

// %% What changed since the last round?
const { added, continued, changed, filled, expired } = diffRounds(before, after);
console.table([
  { added: added.length, continued: continued.length, changed: changed.length, filled: filled.length, expired: expired.length },
]);

// %% Whom to telephone first, and what to ask
const calls = callbackQueue(talents, after, { now, limit: 3 });
console.table(
  calls.map(({ id, demands, asks }) => ({ id, demands, ask: asks.map(({ member, reason }) => `${member} (${reason})`).join(", ") })),
);
