import { parentPort, workerData } from "node:worker_threads";
import { yieldToPeople } from "@/lib/yield-to-people";
import { learnVectors } from "./learned/learn-vectors";

yieldToPeople();

/** The fit keeps one core busy for seconds, so it runs in a thread of its own. Given stored tokens, it answers with the space. */
const { stored, dimensions } = workerData as { stored: string[]; dimensions: number };
const space = learnVectors(stored, dimensions);
parentPort?.postMessage(space, [space.vectors.buffer as ArrayBuffer, space.idf.buffer as ArrayBuffer]);
