// The thread that lays out cells for build-talent-index.ts: a job in, a range out.
import { parentPort } from "node:worker_threads";
import { layOutCells } from "../ranking/index.js";
import type { CellJob } from "./build-talent-index.js";

parentPort?.on("message", ({ plan, postings, from, to }: CellJob) => parentPort?.postMessage(layOutCells(plan, from, to, postings)));
