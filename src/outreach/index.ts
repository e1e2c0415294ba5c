// outreach/ (联络): whom to contact next, and what to ask.
// callback-queue.ts  telephone calls by how much an answer could move the lists; callback-questions.ts  the words of the question

export type { AskedMember } from "./callback-questions.js";
export { type CallbackAsk, type CallbackEntry, type CallbackQueueOptions, callbackQueue } from "./callback-queue.js";
