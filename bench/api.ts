import { Agent, request } from "node:http";
import { startAppServer } from "./app-server";
import { percentile } from "./beir";

export interface ApiFigures {
  requestsPerSecond: number;
  p95Ms: number;
  ratioToEmptyProcedure: number;
  emptyRequestsPerSecond: number;
  rounds: number;
}

const clients = 16;
const roundMs = 4000;
const rounds = 5;
/** The server's code is compiled by use: its first thousands of requests take twice as long. */
const warmUpMs = 5000;

/**
 * An authenticated read (key, workspace, role, database) against a procedure without middleware on the same server, in turns in one
 * run, 16 keep-alive clients. The ratio is of the medians.
 */
export async function benchApi(): Promise<ApiFigures> {
  const app = await startAppServer();
  try {
    const empty = `${app.url}/api/trpc/system.ping`;
    const read = `${app.url}/api/trpc/collections.list?input=%7B%7D`;
    const headers = { authorization: `Bearer ${app.apiKey}` };
    await load(read, headers, warmUpMs);
    await load(empty, {}, warmUpMs);
    const reads: number[] = [];
    const empties: number[] = [];
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const one = await load(read, headers, roundMs);
      reads.push(one.perSecond);
      times.push(...one.times);
      empties.push((await load(empty, {}, roundMs)).perSecond);
    }
    const median = (values: number[]) => percentile(values, 0.5);
    return {
      requestsPerSecond: Math.round(median(reads)),
      p95Ms: Math.round(percentile(times, 0.95) * 10) / 10,
      ratioToEmptyProcedure: Math.round((median(reads) / median(empties)) * 1000) / 1000,
      emptyRequestsPerSecond: Math.round(median(empties)),
      rounds,
    };
  } finally {
    await app.stop();
  }
}

async function load(
  url: string,
  headers: Record<string, string>,
  ms: number,
): Promise<{ perSecond: number; times: number[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const began = performance.now();
  const work = async () => {
    while (performance.now() - began < ms) {
      const at = performance.now();
      await get(url, headers, agent);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { perSecond: times.length / seconds, times };
}

function get(url: string, headers: Record<string, string>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent }, (reply) => {
      reply.resume();
      reply.on("end", () => {
        if (reply.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${reply.statusCode}`));
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}
