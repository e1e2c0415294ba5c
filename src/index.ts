export * from "./errors/index.js";
export * from "./model/index.js";
export * from "./ranking/index.js";
export * from "./scoring/index.js";
export * from "./taxonomy/index.js";
