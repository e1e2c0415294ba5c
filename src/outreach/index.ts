// outreach/ (联络): whom to contact next, and what to ask.
// callback-queue.ts  telephone calls by how much an answer could move the lists; callback-questions.ts  the words of the question
// contact-waves.ts   who is contacted in which week about which post; contact-calendar.ts  weeks with room under caps

export type { AskedMember } from "./callback-questions.js";
export { type CallbackAsk, type CallbackEntry, type CallbackQueueOptions, callbackQueue } from "./callback-queue.js";
export {
  type ContactPlan,
  type ContactProposal,
  type ContactRefusal,
  type ContactWave,
  type ContactWavesOptions,
  contactWaves,
} from "./contact-waves.js";
