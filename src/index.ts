// guiyan (归雁): the rooms that run in a browser, in one entry. Files are in guiyan/node, synthetic counties in guiyan/synth.
// The graph itself, with graphology, is in guiyan/chain.
export {
  type ChainFault,
  type ChainFaultCode,
  defaultChains,
  fieldRelations,
  RELATION_CEILING,
  type ValidateChainOptions,
  validateChain,
} from "./chain/index.js";
export * from "./errors/index.js";
export * from "./model/index.js";
export * from "./numeric/index.js";
export * from "./outreach/index.js";
export * from "./ranking/index.js";
export * from "./recommend/index.js";
export * from "./registry/index.js";
export * from "./report/index.js";
export * from "./scoring/index.js";
export * from "./taxonomy/index.js";
export * from "./text/index.js";
