// guiyan (归雁): every room that runs in a browser, in one entry. Files are in guiyan/node.
export * from "./chain/index.js";
export * from "./errors/index.js";
export * from "./model/index.js";
export * from "./numeric/index.js";
export * from "./ranking/index.js";
export * from "./recommend/index.js";
export * from "./registry/index.js";
export * from "./report/index.js";
export * from "./scoring/index.js";
export * from "./synth/index.js";
export * from "./taxonomy/index.js";
export * from "./text/index.js";
