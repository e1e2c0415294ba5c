import { describe, expect, test } from "vitest";
import { regionOfOrganization } from "../../src/taxonomy/index.js";
import { hasSharedData } from "../shared-data.js";
import { referenceTable } from "./reference-table.js";

const region = (raw: string) => {
  const found = regionOfOrganization(raw);
  return found.status === "resolved" ? found.value : found.status;
};

describe("regionOfOrganization", () => {
  test.each([
    ["南乐县人民医院", "410923"],
    ["上海财经大学", "310000"],
    ["广西河池化工", "451200"],
    ["海南航空", "460000"],
    ["濮阳县第一中学", "410928"],
    ["国网河南省电力公司南乐县供电公司", "410923"],
    ["青岛市北区教育局", "370203"],
  ])("%s states %s", (raw, code) => expect(region(raw)).toBe(code));

  test.each([
    "平安银行",
    "东方证券",
    "南开大学",
    "中山大学",
    "长安汽车",
    "光明乳业",
    "同仁堂",
    "白云山制药",
    "永安市场管理有限公司",
    "清华大学",
    "",
  ])("%s states none", (raw) => expect(region(raw)).toBe("unresolved"));

  test("a homonym with its suffix, or after what holds it, is the place", () => {
    expect(region("平安区人民法院")).toBe("630203");
    expect(region("海南东方水泥厂")).toBe("469007");
    expect(region("中山市人民医院")).toBe("442000");
  });

  test("a county's bare name before the trade is the firm's own word, before works it is the place", () => {
    expect(region("新昌制药厂")).toBe("330624");
    expect(region("新昌投资有限公司")).toBe("unresolved");
  });

  test("a district goes bare where it was a county, or after its city", () => {
    expect(region("黄岩橡胶厂")).toBe("331003");
    expect(region("云南沾益化肥厂")).toBe("530303");
    expect(region("深圳市宝安律师事务所")).toBe("440306");
    expect(region("河南中原机械厂")).toBe("410000");
  });

  test("a branch names its own place, brackets theirs", () => {
    expect(region("平安人寿杭州分公司")).toBe("330100");
    expect(region("中国人民银行濮阳市中心支行")).toBe("410900");
    expect(region("哈尔滨工业大学（威海）")).toBe("371000");
    expect(region("康健药业(武汉)有限公司")).toBe("420100");
  });

  test("China as a whole is no answer, namesakes stay open", () => {
    expect(region("中国石油")).toBe("unresolved");
    expect(regionOfOrganization("吉林化工").status).toBe("ambiguous");
  });

  test("what stands past the 200th character is not read", () => {
    expect(region(`深圳${"某".repeat(300)}北京分公司`)).toBe("440300");
    expect(region("(".repeat(100_000))).toBe("unresolved");
  });
});

describe.skipIf(!hasSharedData)("employer names of executive résumés (LatticeLSTM ResumeNER, labels by hand)", () => {
  const rows = hasSharedData
    ? referenceTable("bench", "resume-normalisation", "org-region.csv").filter((row) => row.get("ambiguous") === "0")
    : [];
  const right = (row: Map<string, string>) => {
    const found = region(row.get("raw") ?? "");
    return [row.get("gold_code"), ...(row.get("accept") ?? "").split("|")].includes(found.length === 6 ? found : "none");
  };
  const share = (of: Map<string, string>[]) => of.filter(right).length / of.length;

  test("at least 98 in 100 named regions and 96 in 100 traps are right", () => {
    expect(share(rows.filter((row) => row.get("gold_code") !== "none"))).toBeGreaterThanOrEqual(0.98);
    expect(share(rows.filter((row) => row.get("gold_code") === "none"))).toBeGreaterThanOrEqual(0.96);
  });
});
