// assignment/ (整体分配): who goes where over all demands at once, and the proof of it.
// assign.ts          talents to demands, optimal or stable: demand-candidates.ts lists by need, whole-candidates.ts, barred-pairs.ts, defer-plan.ts, deficient-sets.ts
// solve-assignment.ts  any matrix (assignment-problem.ts): jonker-volgenant.ts and fill-places.ts dense (gather-nearest.ts), augment-assignment.ts sparse (candidate-source.ts, path-queue.ts)
// solve-stable-matching.ts, solve-stable-roommates.ts  two sides, or one group, by preference lists (preference-lists.ts)
// verify-assignment.ts, verify-stability.ts, verify-plan.ts  independent checks
export {
  ASSIGN_METHODS,
  type AssignMethod,
  type AssignmentPlan,
  type AssignOptions,
  assign,
  type DeficientSet,
  type PlannedPair,
  type PlanProof,
  type Shortfall,
} from "./assign.js";
export type { AssignmentCost, AssignmentEdge, AssignmentProblem } from "./assignment-problem.js";
export type { Capacities, Preferences } from "./preference-lists.js";
export { type AssignedPair, type AssignmentDuals, type AssignmentSolution, solveAssignment } from "./solve-assignment.js";
export { type MatchedPair, type StableMatching, type StableMatchingProblem, solveStableMatching } from "./solve-stable-matching.js";
export { solveStableRoommates } from "./solve-stable-roommates.js";
export { type AssignmentFault, type AssignmentVerification, verifyAssignment } from "./verify-assignment.js";
export { type PlanFault, type PlanVerification, verifyPlan } from "./verify-plan.js";
export { type StabilityVerification, verifyStability } from "./verify-stability.js";
