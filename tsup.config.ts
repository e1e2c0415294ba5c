import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { defineConfig } from "tsup";

/** One subpath a room where a user would want only that room; package.json `exports` lists the same names. */
export const entries = {
  index: "src/index.ts",
  errors: "src/errors/index.ts",
  text: "src/text/index.ts",
  numeric: "src/numeric/index.ts",
  taxonomy: "src/taxonomy/index.ts",
  model: "src/model/index.ts",
  registry: "src/registry/index.ts",
  linkage: "src/linkage/index.ts",
  scoring: "src/scoring/index.ts",
  evaluation: "src/evaluation/index.ts",
  ranking: "src/ranking/index.ts",
  assignment: "src/assignment/index.ts",
  explain: "src/explain/index.ts",
  chain: "src/chain/index.ts",
  synth: "src/synth/index.ts",
  outreach: "src/outreach/index.ts",
  recommend: "src/recommend/index.ts",
  report: "src/report/index.ts",
  node: "src/node/index.ts",
  cli: "src/cli/main.ts",
  "cell-worker": "src/node/cell-worker.ts",
};

/** Which file of a room each name of its index comes from. */
function originsOf(index: string): Map<string, string> {
  const origins = new Map<string, string>();
  for (const [, names = "", file = ""] of readFileSync(index, "utf8").matchAll(/export (?:type )?\{([^}]*)\} from "([^"]+)"/g)) {
    for (const name of names.split(",")) origins.set(name.trim().replace(/^type /, ""), file);
  }
  return origins;
}

/**
 * Lets an import from another room's index reach the file behind it. Chunks are cut by what each entry can reach; through an index every entry
 * would reach everything, and `guiyan/scoring` would load the tables of names.
 */
const directImports: Plugin = {
  name: "direct-imports",
  setup(build) {
    const rooms = new Map<string, Map<string, string>>();
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const contents = source.replace(
        /^import \{([^}]*)\} from "((?:\.\.\/)+[a-z]+\/)index\.js";$/gm,
        (statement, names: string, room: string) => {
          const index = join(dirname(path), room, "index.ts");
          const origins = rooms.get(index) ?? originsOf(index);
          rooms.set(index, origins);
          const specifiers = names.split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
          const direct = specifiers.map((specifier) => {
            const file = origins.get(specifier.replace(/^type /, "").split(" as ")[0] ?? "");
            return file === undefined ? undefined : `import { ${specifier} } from "${room}${file.replace(/^\.\//, "")}";`;
          });
          return direct.includes(undefined) ? statement : direct.join(" ");
        },
      );
      return { contents, loader: "ts" };
    });
  },
};

export default defineConfig({
  entry: entries,
  format: ["esm"],
  target: "es2023",
  platform: "neutral",
  splitting: true,
  treeshake: false,
  external: [/^node:/],
  removeNodeProtocol: false,
  clean: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  esbuildPlugins: [directImports],
  esbuildOptions(options) {
    options.charset = "utf8";
  },
});
