import { describe, expect, test } from "vitest";
import { countyMoves, type Demand } from "../../src/model/index.js";
import { deepFreeze } from "../arbitraries/records.js";

const food: Demand = { id: "d1", enterprise: "南乐县甲食品有限公司", requirements: [] };
const works: Demand = { id: "d2", enterprise: "南乐县乙机械厂", status: "filled", requirements: [] };
const unnamed: Demand = { id: "d3", requirements: [] };
const blank: Demand = { id: "d4", enterprise: "—", requirements: [] };
const moveOf = countyMoves(deepFreeze([food, works, unnamed, blank]));

describe("countyMoves", () => {
  test.each([
    ["their own employer, however it is spelt", "南乐甲食品（集团）有限责任公司", food, "own-employer"],
    ["another county enterprise", "南乐乙机械厂", food, "county-enterprise"],
    ["an enterprise whose only demand is closed", "南乐县甲食品有限公司", works, "county-enterprise"],
    ["a demand that names nobody", "南乐县甲食品有限公司", unnamed, "county-enterprise"],
    ["a demand whose enterprise is no name", "南乐县甲食品有限公司", blank, "county-enterprise"],
    ["the county from elsewhere", "上海丙信息技术有限公司", food, undefined],
    ["the county from no name", "—", blank, undefined],
    ["the county from an unknown employer", undefined, food, undefined],
  ] as const)("tells whom a move brings from: %s", (_, organization, demand, want) => {
    expect(moveOf({ id: "t", ...(organization === undefined ? {} : { organization }) }, demand)).toBe(want);
  });

  test("where no demand names an employer nobody moves within the county", () => {
    expect(countyMoves([unnamed])({ id: "t", organization: "南乐县甲食品有限公司" }, unnamed)).toBeUndefined();
  });
});
