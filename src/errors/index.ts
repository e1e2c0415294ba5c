// errors/ (错误与问题): faults have three channels.
// guiyan-error.ts  the one thrown type; error-codes.ts its closed list of codes with hints in zh and en
// issue.ts         faults of the data, values beside the records
// guards.ts        affirmative checks of arguments and options
// Imports nothing.
export { ERROR_HINTS, type ErrorCode } from "./error-codes.js";
export {
  checkAborted,
  checkArray,
  checkInteger,
  checkNumber,
  checkOneOf,
  checkOptions,
  type IntegerBounds,
  type NumberBounds,
} from "./guards.js";
export { GuiyanError, type GuiyanErrorOptions } from "./guiyan-error.js";
export type { Issue, IssueCode, IssueSeverity, IssueSource } from "./issue.js";
