import { GuiyanError } from "../src/errors/index.js";

/** The GuiyanError that a call throws; anything else fails the test. */
export function faultOf(run: () => unknown): GuiyanError {
  try {
    run();
  } catch (error) {
    if (error instanceof GuiyanError) return error;
    throw error;
  }
  throw new Error("expected a GuiyanError");
}
