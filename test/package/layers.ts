/** The rooms and what each may import, as the architecture states it; a room sees only rooms of a lower rank that its row names. */
const ROOMS: Readonly<Record<string, { readonly rank: number; readonly sees: readonly string[] }>> = {
  errors: { rank: 0, sees: [] },
  text: { rank: 1, sees: ["errors"] },
  numeric: { rank: 1, sees: ["errors"] },
  taxonomy: { rank: 2, sees: ["errors", "text", "numeric"] },
  model: { rank: 3, sees: ["errors", "text", "taxonomy"] },
  registry: { rank: 4, sees: ["errors", "text", "numeric", "taxonomy", "model"] },
  linkage: { rank: 4, sees: ["errors", "text", "numeric", "taxonomy", "model"] },
  scoring: { rank: 4, sees: ["errors", "numeric", "taxonomy", "model"] },
  evaluation: { rank: 4, sees: ["errors", "numeric"] },
  ranking: { rank: 5, sees: ["errors", "numeric", "taxonomy", "model", "scoring"] },
  sql: { rank: 5, sees: ["errors", "model", "scoring"] },
  assignment: { rank: 6, sees: ["errors", "numeric", "taxonomy", "model", "scoring", "ranking"] },
  explain: { rank: 6, sees: ["errors", "numeric", "taxonomy", "model", "scoring", "ranking"] },
  chain: { rank: 6, sees: ["errors", "numeric", "taxonomy", "model", "scoring", "ranking"] },
  market: { rank: 7, sees: ["errors", "numeric", "taxonomy", "model", "scoring", "ranking", "chain", "assignment"] },
  outreach: { rank: 7, sees: ["errors", "numeric", "taxonomy", "model", "scoring", "ranking", "chain", "assignment"] },
  synth: { rank: 7, sees: ["errors", "text", "numeric", "taxonomy", "model", "scoring", "ranking", "chain", "registry"] },
  recommend: { rank: 8, sees: [] },
  report: { rank: 9, sees: [] },
  node: { rank: 10, sees: [] },
  cli: { rank: 11, sees: [] },
};
/** From this rank on a room sees everything below it. */
const SEES_ALL_BELOW = 8;

/** Packages that one file, or one room, alone may import. */
const SOLE_IMPORTS: readonly { readonly specifier: RegExp; readonly place: RegExp }[] = [
  { specifier: /^simple-statistics$/, place: /^src\/numeric\/statistics\.ts$/ },
  { specifier: /^fuse\.js$/, place: /^src\/taxonomy\/lookup\.ts$/ },
  { specifier: /^graphology/, place: /^src\/chain\/(?:graph|graph-companions|project|undirected-view)\.ts$/ },
  { specifier: /^@vant\/area-data$/, place: /^src\/taxonomy\/packs\/region-pack\.ts$/ },
  { specifier: /^zod/, place: /^src\/model\// },
  { specifier: /^hucre/, place: /^src\/node\/spreadsheet\.ts$/ },
  { specifier: /^csv-parse/, place: /^src\/node\/stream-csv\.ts$/ },
  { specifier: /^pinyin-pro$/, place: /^src\/text\/load-romaniser\.ts$/ },
  { specifier: /^opencc-js/, place: /^src\/text\/load-simplifier\.ts$/ },
  { specifier: /^node:/, place: /^src\/(?:node|cli)\// },
];

/** Specifiers that a source imports or re-exports from, types and lazy imports included. */
export function specifiersOf(source: string): string[] {
  return [
    ...source.matchAll(
      /(?:^|[\n;}])\s*(?:import|export)\b[^"'`;]*?from\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s*["']([^"']+)["']/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

/** Breaches of the layering by one file, in words. */
export function breachesOf(path: string, source: string): string[] {
  const [, room = "", ...rest] = path.split("/");
  if (rest.length === 0) return [];
  const row = ROOMS[room];
  if (row === undefined) return [`${path}: the room ${room} has no rank`];
  const depth = rest.length;
  const breaches: string[] = [];
  for (const specifier of specifiersOf(source)) {
    const sole = SOLE_IMPORTS.find((rule) => rule.specifier.test(specifier));
    if (sole !== undefined && !sole.place.test(path)) breaches.push(`${path}: ${specifier} belongs to ${sole.place.source}`);
    if (!specifier.startsWith(".")) continue;
    if (!specifier.endsWith(".js")) breaches.push(`${path}: ${specifier} lacks its .js`);
    const up = specifier.split("/").filter((part) => part === "..").length;
    if (up < depth) continue;
    const parts = specifier.split("/").filter((part) => part !== ".." && part !== ".");
    const [target = "", ...inner] = parts;
    const seen = ROOMS[target];
    if (seen === undefined) breaches.push(`${path}: ${specifier} leads to no room`);
    else if (seen.rank >= row.rank) breaches.push(`${path}: ${room} (rank ${row.rank}) imports ${target} (rank ${seen.rank})`);
    else if (row.rank < SEES_ALL_BELOW && !row.sees.includes(target)) breaches.push(`${path}: ${room} may not import ${target}`);
    if (inner.join("/") !== "index.js") breaches.push(`${path}: ${specifier} goes past the room's index`);
  }
  return breaches;
}
