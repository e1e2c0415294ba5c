import { defineConfig } from "vitest/config";

// .ci/run asks for a report file beside the usual output.
const report = process.env["GUIYAN_TEST_REPORT"];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: report ? ["default", "json"] : ["default"],
    ...(report ? { outputFile: { json: report } } : {}),
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/packs/**", "src/**/index.ts", "src/cli/main.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 96, branches: 88 },
    },
  },
});
