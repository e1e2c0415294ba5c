// recommend/ (推荐): the product in one call.
// recommend.ts  talents and demands in; ranked, explained lists and their totals out
export {
  type DemandList,
  type Recommendation,
  type RecommendationSummary,
  type RecommendedTalent,
  type RecommendOptions,
  recommend,
} from "./recommend.js";
