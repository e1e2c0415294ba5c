import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ahpWeights, entropyWeights, topsis } from "../../src/scoring/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

/** One worked example of the reference file; which members it has depends on its method. */
interface Example {
  readonly name: string;
  readonly input: {
    readonly matrix: readonly (readonly number[])[];
    readonly weights: readonly number[];
    readonly benefit: readonly boolean[];
  };
  readonly expected: Readonly<Record<string, number & readonly number[]>>;
}

describe.skipIf(!hasSharedData)("weights against the reference examples", () => {
  const example = (name: string): Example => {
    const all: readonly Example[] = JSON.parse(readFileSync(sharedData("bench", "analytics", "indices.json"), "utf8"));
    const found = all.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no example ${name}`);
    return found;
  };
  const names = (count: number) => Array.from({ length: count }, (_, i) => `d${i}`);
  const record = <T>(values: readonly T[]): Record<string, T> => Object.fromEntries(values.map((value, i) => [`d${i}`, value]));
  const near = (values: readonly number[], expected: readonly number[] | undefined) => {
    expect(values).toHaveLength(expected?.length ?? 0);
    for (const [i, value] of values.entries()) expect(Math.abs(value - (expected?.[i] as number))).toBeLessThan(1e-9);
  };

  test("ahpWeights: Saaty's matrix of three", () => {
    const { input, expected } = example("ahp-saaty-3");
    const { shares, consistency } = ahpWeights({ dimensions: names(3), matrix: input.matrix });
    near(Object.values(shares), expected["weights"]);
    near([consistency.lambdaMax, consistency.consistencyIndex, consistency.consistencyRatio], [
      expected["lambda_max"],
      expected["ci"],
      expected["cr_ri_0.58"],
    ] as number[]);
  });

  test("entropyWeights: the fighter aircraft", () => {
    const { input, expected } = example("entropy-weights");
    const { shares, entropy } = entropyWeights({ dimensions: names(6), rows: input.matrix });
    near(Object.values(shares), expected["weights"]);
    near(Object.values(entropy), expected["entropy"]);
  });

  test("topsis: the fighter aircraft, to the published figures too", () => {
    const { input, expected } = example("topsis-hwang-yoon");
    const options = { weights: record(input.weights), benefit: record(input.benefit), mode: "classic" } as const;
    const closeness = topsis({ dimensions: names(6), rows: input.matrix }, options);
    near(closeness, expected["closeness"]);
    for (const [i, published] of [...(expected["published_3dp"] ?? [])].entries())
      expect(Math.abs((closeness[i] as number) - published)).toBeLessThan(1e-3);
  });
});
