import type { TalentCategory } from "../../model/index.js";

/**
 * Where natives of the county live, by category (常住地分布): prefecture, municipality or country, and weight. Own choice after the places where the
 * county keeps or plans stations (Shanghai, Tianjin, then Guangzhou and Wuhan) and the usual ones of Henan people.
 */
export const RESIDENCES: Readonly<Record<TalentCategory, string>> = {
  official:
    "410900:260 410100:230 110000:150 120000:50 310000:40 410500:30 410700:30 410300:20 410200:15 440300:15 440100:15 650100:20 370100:15 130400:10",
  expert:
    "310000:180 110000:170 120000:120 410100:180 410900:70 420100:50 440100:40 440300:40 610100:40 320100:40 330100:35 320500:30 370100:20 370200:20 " +
    "410300:20 410700:25 510100:20 340100:15 210200:10 USA:10 DEU:4 SGP:3 JPN:3",
  business:
    "310000:200 120000:160 410100:130 410900:120 110000:110 440100:60 440300:60 330100:30 320500:40 330300:20 420100:25 370200:20 130100:20 130400:20 " +
    "650100:20 530100:15 510100:15 441900:20 USA:4 SGP:4",
};

/** Share of residences known down to the county or district. */
export const DISTRICT_SHARE = 0.55;

/** Hometowns (籍贯): the county, then its neighbours. */
export const HOMETOWNS = "410923:930 410922:15 410928:12 410902:8 410900:10 410926:4 371522:6 130425:8 410000:7";

/** Countries outside China as they are written. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map([
  ["USA", "美国"],
  ["DEU", "德国"],
  ["SGP", "新加坡"],
  ["JPN", "日本"],
]);
