import { describe, expect, test } from "vitest";
import {
  checkAborted,
  checkArray,
  checkInteger,
  checkOneOf,
  checkOptions,
  ERROR_HINTS,
  type ErrorCode,
  GuiyanError,
} from "../../src/errors/index.js";
import { faultOf } from "../fault.js";

describe("guards", () => {
  test("an unknown option is named with the known ones", () => {
    const error = faultOf(() => checkOptions("rank", { kk: 3 }, ["k", "criteria"]));
    expect(error.code).toBe("unknown-option");
    expect(error.message).toBe('rank: unknown option "kk", expected one of k, criteria');
    expect(error.path).toEqual(["kk"]);
    expect(() => checkOptions("rank", undefined, [])).not.toThrow();
    expect(faultOf(() => checkOptions("rank", null, [])).code).toBe("invalid-argument");
    expect(faultOf(() => checkOptions("rank", [1], [])).message).toContain("an array");
  });

  test("an integer outside its bounds is told with what came", () => {
    expect(checkInteger("rank", "k", 3, { min: 1 })).toBe(3);
    expect(faultOf(() => checkInteger("rank", "k", -3, { min: 1 })).message).toBe("rank: expected k to be an integer >= 1, received -3");
    expect(faultOf(() => checkInteger("rank", "k", 7, { min: 1, max: 5 })).message).toContain("in 1..5");
    for (const bad of [Number.NaN, 1.5, "3", null, undefined, 2 ** 60])
      expect(faultOf(() => checkInteger("f", "n", bad)).code).toBe("invalid-option");
  });

  test("text that came is never shown, only its kind", () => {
    expect(faultOf(() => checkOneOf("f", "mode", "张三", ["any", "all"])).message).toBe(
      "f: expected mode to be one of any, all, received string",
    );
    expect(checkOneOf("f", "mode", "all", ["any", "all"])).toBe("all");
    expect(faultOf(() => checkArray("f", "rows", { secret: 1 } as unknown as string[])).message).not.toContain("secret");
    expect(checkArray("f", "rows", [1])).toEqual([1]);
  });

  test("a cancelled signal throws aborted with its reason", () => {
    const controller = new AbortController();
    expect(() => checkAborted("f", controller.signal)).not.toThrow();
    controller.abort("enough");
    const error = faultOf(() => checkAborted("f", controller.signal));
    expect([error.code, error.cause]).toEqual(["aborted", "enough"]);
    expect(() => checkAborted("f", undefined)).not.toThrow();
  });
});

describe("GuiyanError", () => {
  test.each(Object.keys(ERROR_HINTS) as ErrorCode[])("%s has a hint in zh and en", (code) => {
    const error = new GuiyanError(code, "place: expectation");
    expect(error.hint.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(error.hint.en).toMatch(/^[A-Z].*\.$/);
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.path, error.issues, error.details]).toEqual(["GuiyanError", [], [], {}]);
    expect("cause" in error).toBe(false);
  });
});
