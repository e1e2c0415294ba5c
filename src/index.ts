export * from "./errors/index.js";
export * from "./model/index.js";
export * from "./taxonomy/index.js";
