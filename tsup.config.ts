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
  scoring: "src/scoring/index.ts",
  ranking: "src/ranking/index.ts",
  chain: "src/chain/index.ts",
  synth: "src/synth/index.ts",
  recommend: "src/recommend/index.ts",
  report: "src/report/index.ts",
  node: "src/node/index.ts",
  cli: "src/cli/main.ts",
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
  esbuildOptions(options) {
    options.charset = "utf8";
  },
});
