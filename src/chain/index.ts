// chain/ (产业链): the industry chains and what they declare.
// default-chains.ts, packs/  the fifteen that ship
// validate-chain.ts          faults of a chain (chain-fault.ts), codes and feeds; cycle-members.ts
// graph.ts                   the only import of graphology
// field-relations.ts         nearness of fields that the chains declare, for scoring
export type { ChainFault, ChainFaultCode } from "./chain-fault.js";
export { defaultChains } from "./default-chains.js";
export { fieldRelations, RELATION_CEILING } from "./field-relations.js";
export { chainGraph, type SegmentAttributes, segmentKey } from "./graph.js";
export { type ValidateChainOptions, validateChain } from "./validate-chain.js";
