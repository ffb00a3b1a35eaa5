import { readFileSync } from "node:fs";
import { get } from "node:http";
import type { RecordedRequest, ScriptedReply } from "@/e2e/fixtures/scripted-model/replies";
import { startScriptedModel } from "@/e2e/fixtures/scripted-model/server";
import { type AppServer, startAppServer } from "./app-server";
import { percentile } from "./beir";

export interface ReconnectFigures {
  clients: number;
  events: number;
  /** How long the answer was being written. */
  answerSeconds: number;
  connections: number;
  /** Numbers of events that a client did not get, and that it got twice or out of order. */
  gaps: number;
  duplicates: number;
  /** Until a client had the whole answer, from the moment at which the first one had it. */
  lastCompleteMs: number;
  p99CompleteMs: number;
  serverGrewMb: number;
}

/** Each connection is dropped so long after it stands; after one that brought nothing the next may last twice as long, up to a limit. */
const dropAfterMs = 200;
const longestMs = 1_600;
const patienceMs = 120_000;

/** An answer that a model writes for some fifteen seconds, followed by clients who lose their connection all the time and go on after the last event that they have. */
export async function benchReconnects(
  clients = 500,
  log: (line: string) => void = () => {},
): Promise<ReconnectFigures> {
  const model = await startScriptedModel();
  model.otherwise(slowWriter);
  const app = await startAppServer({
    AI_MODEL: "compatible:scripted",
    AI_BASE_URL: model.baseUrl,
    AI_API_KEY: "sk-scripted",
  });
  try {
    await addContract(app);
    const before = rssMb(app.pid);
    const { queryId } = await app.post<{ queryId: string }>("/queries", {
      question: "When does service window 2 of the maintenance contract open?",
    });
    const begun = performance.now();
    let grown = 0;
    const watch = setInterval(() => (grown = Math.max(grown, rssMb(app.pid) - before)), 250);
    const followers = await Promise.all(Array.from({ length: clients }, () => followToTheEnd(app, queryId))).finally(
      () => clearInterval(watch),
    );
    const first = Math.min(...followers.map(({ at }) => at));
    const whole = await (
      await fetch(`${app.url}/api/v1/queries/${queryId}/events?afterSeq=0`, {
        headers: { authorization: `Bearer ${app.apiKey}` },
      })
    ).json();
    const wanted: number[] = whole.events.map(({ seq }: { seq: number }) => seq);
    const waits = followers.map(({ at }) => at - first);
    log(`${followers.length} clients, ${wanted.length} events`);
    return {
      clients,
      events: wanted.length,
      answerSeconds: Math.round((first - begun) / 100) / 10,
      connections: followers.reduce((sum, { connections }) => sum + connections, 0),
      gaps: followers.reduce((sum, { heard }) => sum + wanted.filter((seq) => !heard.includes(seq)).length, 0),
      duplicates: followers.reduce(
        (sum, { heard }) => sum + heard.filter((seq, index) => seq <= (heard[index - 1] ?? 0)).length,
        0,
      ),
      lastCompleteMs: Math.round(Math.max(...waits)),
      p99CompleteMs: Math.round(percentile(waits, 0.99)),
      serverGrewMb: Math.round(grown),
    };
  } finally {
    await app.stop();
    await model.close();
  }
}

interface Followed {
  heard: number[];
  connections: number;
  /** When the end of the answer was heard. */
  at: number;
}

/** As a browser does: each connection names the last event that was heard. */
async function followToTheEnd(app: AppServer, queryId: string): Promise<Followed> {
  const heard: number[] = [];
  const deadline = performance.now() + patienceMs;
  for (let connections = 1, lifeMs = dropAfterMs; ; connections++) {
    const before = heard.length;
    if (await followOnce(app, queryId, heard, lifeMs)) return { heard, connections, at: performance.now() };
    lifeMs = heard.length > before ? dropAfterMs : Math.min(longestMs, lifeMs * 2);
    if (performance.now() > deadline) throw new Error(`a client heard ${heard.length} events and no end`);
  }
}

/** True when the answer's end was heard; false when the connection was dropped before. */
function followOnce(app: AppServer, queryId: string, heard: number[], lifeMs: number): Promise<boolean> {
  const input = encodeURIComponent(JSON.stringify({ id: queryId }));
  const last = heard.at(-1);
  const headers = {
    authorization: `Bearer ${app.apiKey}`,
    accept: "text/event-stream",
    ...(last === undefined ? {} : { "last-event-id": `${last}` }),
  };
  return new Promise((resolve, reject) => {
    const sent = get(`${app.url}/api/trpc/ask.follow?input=${input}`, { headers, agent: false }, (reply) => {
      if (reply.statusCode !== 200) return reject(new Error(`the stream answered ${reply.statusCode}`));
      const drop = setTimeout(() => {
        sent.destroy();
        resolve(false);
      }, lifeMs);
      let text = "";
      reply.setEncoding("utf8");
      reply.on("data", (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const seq = /^id: ?(\d+)$/m.exec(text.slice(0, end))?.[1];
          const isEnd = /"type":"(done|failed)"/.test(text.slice(0, end));
          text = text.slice(end + 2);
          if (seq) heard.push(Number(seq));
          if (!isEnd) continue;
          clearTimeout(drop);
          sent.destroy();
          resolve(true);
        }
      });
      reply.on("error", () => {});
    });
    // Its own dropping, and a server that has no time for one more at this moment.
    sent.on("error", () => setTimeout(() => resolve(false), dropAfterMs));
  });
}

const promises = Array.from(
  { length: 5 },
  (_none, n) => `Service window ${n + 1} of the maintenance contract opens at ${n + 6} and lasts ${n + 20} minutes.`,
);

function slowWriter({ json }: RecordedRequest): ScriptedReply {
  const asked = json?.response_format?.json_schema?.name;
  if (asked === "ask_reflect") return { kind: "json", value: { isEnough: true, missing: null, nextQuestion: null } };
  if (asked !== "ask_write") return { kind: "status", status: 400 };
  const passages = JSON.stringify(json?.messages ?? "");
  const elements = promises.map((text) => ({ text, citations: [citedBy(passages, text)] }));
  return { kind: "slow", text: JSON.stringify({ elements }), pauseMs: 300 };
}

/** The number of the passage that says so. */
function citedBy(shown: string, text: string): number {
  const before = shown.slice(0, shown.indexOf(text));
  return Number([...before.matchAll(/passage (\d+)/g)].at(-1)?.[1] ?? 1);
}

async function addContract(app: AppServer): Promise<void> {
  const body = `# Maintenance contract\n\n${promises.join("\n\n")}\n`;
  const headers = { authorization: `Bearer ${app.apiKey}` };
  await fetch(`${app.url}/api/v1/uploads?path=contract.md`, { method: "POST", headers, body });
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const { documents } = await (await fetch(`${app.url}/api/v1/documents`, { headers })).json();
    if (documents[0]?.latest.status === "ready") return;
    if (performance.now() > deadline) throw new Error("the contract was not read");
    await new Promise((next) => setTimeout(next, 200));
  }
}

function rssMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}
