import { ERROR_HINTS, type ErrorCode } from "./error-codes.js";
import type { Issue } from "./issue.js";

/** What a {@link GuiyanError} may carry besides its message. */
export interface GuiyanErrorOptions {
  /** Where in the caller's value the fault lies, e.g. `["demands", 3, "weight"]`. */
  readonly path?: readonly (string | number)[];
  /** Machine-readable particulars; never personal data or cell values. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Faults of the data that led to this error. */
  readonly issues?: readonly Issue[];
  readonly cause?: unknown;
}

/**
 * The one error type that the library throws (错误): a stable code, the place, and a hint in zh and en.
 *
 * Messages read *place: expectation, what came* and hold no cell values.
 * @example
 * try {
 *   checkInteger("rank", "k", -3, { min: 1 });
 * } catch (error) {
 *   console.log((error as GuiyanError).code); // "invalid-option"
 * }
 */
export class GuiyanError extends Error {
  readonly code: ErrorCode;
  readonly path: readonly (string | number)[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly issues: readonly Issue[];
  readonly hint: { readonly en: string; readonly zh: string };

  constructor(code: ErrorCode, message: string, options: GuiyanErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "GuiyanError";
    this.code = code;
    this.path = options.path ?? [];
    this.details = options.details ?? {};
    this.issues = options.issues ?? [];
    this.hint = ERROR_HINTS[code];
  }
}
