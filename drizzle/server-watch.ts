import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { isOfConnection, markServerLost } from "./connection-errors";

/**
 * Sees to it that nobody waits for a database server that is gone or for a connection that went deaf, neither of which a driver can tell from
 * a server that thinks: a wire that swallows everything makes no sound. When somebody has waited, a new connection asks the server itself.
 * If there is no answer, all who wait are told and all connections are given up; if there is, each connection's process there tells whether it
 * works for us or has long said what we have not heard. Work that takes its time is never touched.
 */
export interface ServerWatch {
  /** Makes the driver's sockets (its option `socket`). */
  socket: (options: Address, backend: Backend) => Socket;
  /** Does work of the database. Throws DatabaseLostError within ten seconds when there is nobody at the other end. */
  guard: <T>(work: (stillAwaited: () => void) => Promise<T>) => Promise<T>;
  stop: () => void;
}

/** There is no answer from the server; whether the last thing asked for was done is unknown. */
export class DatabaseLostError extends Error {
  readonly code = "DATABASE_LOST";
  constructor() {
    super("the database server does not answer");
  }
}

interface Address {
  path?: string | false;
  host: string[];
  port: number[];
}
/** The server's process behind a connection; null until it has introduced itself. */
interface Backend {
  pid: number | null;
  /** Something was asked that is not answered yet (see scripts/patches/postgres.mjs). */
  isAwaited: () => boolean;
}

interface Line {
  socket: Socket;
  backend: Backend;
  heard: number;
  heardAt: number;
  awaitedSince: number | null;
  endedAt: number | null;
}
interface Waiting {
  since: number;
  giveUp: () => void;
}
/** What a process of the server is doing, and for how long. */
interface Doing {
  state: string | null;
  waitsFor: string | null;
  forMs: number;
}

const tickMs = 250;
/** Waiting longer than this is worth a look. */
const patienceMs = 1_200;
const answerMs = 3_500;
/** While the server is lost: it may be back any moment. */
const answerAgainMs = 1_500;
/** Two samples may be a tick apart, and a message on its way a moment more. */
const slackMs = tickMs + 600;
const farewellMs = 5_000;

export function watchServer(url: string): ServerWatch {
  const lines = new Set<Line>();
  const waiting = new Set<Waiting>();
  let isLost = false;
  let isLooking = false;
  let lookedAt = 0;
  /** A connection was refused or broke: whether that is all there is to it shall be known soon. */
  let isDoubted = false;

  /** By the number of their process there: connections that were given up, and when. The server may not have noticed. */
  const abandoned = new Map<number, number>();

  const giveUp = ({ socket, backend }: Line) => {
    if (backend.pid !== null && !socket.destroyed) abandoned.set(backend.pid, performance.now());
    socket.destroy();
  };
  const giveUpAll = () => {
    isLost = true;
    markServerLost(true);
    for (const line of lines) giveUp(line);
    for (const one of [...waiting]) one.giveUp();
  };
  const look = async () => {
    const pids = [...lines].flatMap(({ backend }) => backend.pid ?? []);
    const ended = [...abandoned];
    const answer = await askServer(url, { pids, ended }, isLost ? answerAgainMs : answerMs);
    if (answer === null) return giveUpAll();
    for (const [pid] of ended) abandoned.delete(pid);
    isLost = false;
    markServerLost(false);
    // What came in meanwhile has been read by now.
    await sleep(10);
    for (const line of lines) sample(line);
    const deaf = [...lines].filter((line) => isDeaf(line, answer));
    // Where one went deaf others may have; those that do nothing are made anew for nearly nothing.
    const idle = [...lines].filter(
      ({ backend }) => answer.get(backend.pid ?? 0)?.state === "idle" && !backend.isAwaited(),
    );
    for (const line of deaf.length > 0 ? [...deaf, ...idle] : []) giveUp(line);
    if (abandoned.size > 0) isDoubted = true;
  };
  const tick = () => {
    const now = performance.now();
    for (const line of lines) {
      sample(line);
      if (line.socket.destroyed) lines.delete(line);
      // The driver said goodbye and waits for the other side to do so, too.
      else if (line.endedAt && now - line.endedAt > farewellMs) line.socket.destroy();
    }
    const isWaitedFor =
      [...waiting].some(({ since }) => now - since > patienceMs) ||
      [...lines].some(({ awaitedSince }) => awaitedSince !== null && now - awaitedSince > patienceMs);
    if (isLooking || !(isLost || isDoubted || (isWaitedFor && now - lookedAt > patienceMs))) return;
    isLooking = true;
    isDoubted = false;
    void look().finally(() => {
      isLooking = false;
      lookedAt = performance.now();
    });
  };
  const timer = setInterval(tick, tickMs);
  timer.unref();

  return {
    socket: (options, backend) => {
      // The driver keeps the number of the process that an earlier connection had.
      backend.pid = null;
      const [heardAt, awaitedSince, endedAt] = [performance.now(), null, null];
      const line = { socket: openSocket(options), backend, heard: 0, heardAt, awaitedSince, endedAt };
      lines.add(line);
      return line.socket;
    },
    guard: async (work) => {
      if (isLost) throw new DatabaseLostError();
      let isOver = false;
      const stillAwaited = () => {
        if (isOver) throw new DatabaseLostError();
      };
      const one: Waiting = { since: performance.now(), giveUp: () => {} };
      const lost = new Promise<never>((_, reject) => {
        one.giveUp = () => {
          isOver = true;
          reject(new DatabaseLostError());
        };
      });
      waiting.add(one);
      try {
        return await Promise.race([work(stillAwaited), lost]);
      } catch (error) {
        isDoubted ||= isOfConnection(error);
        throw error;
      } finally {
        waiting.delete(one);
      }
    },
    stop: () => {
      clearInterval(timer);
      markServerLost(false);
    },
  };
}

function openSocket({ path, host, port }: Address): Socket {
  // Of several servers another one each time.
  const one = Math.floor(Math.random() * host.length);
  const socket = path ? connect(path) : connect(port[one] ?? 5432, host[one]);
  socket.setNoDelay(true).setKeepAlive(true, 30_000);
  // TLS asks for the name that was meant.
  return Object.assign(socket, { host: host[one], port: port[one] });
}

function sample(line: Line): void {
  const now = performance.now();
  const { bytesRead, writableEnded } = line.socket;
  if (bytesRead !== line.heard) Object.assign(line, { heard: bytesRead, heardAt: now });
  line.awaitedSince = line.backend.isAwaited() ? (line.awaitedSince ?? now) : null;
  if (writableEnded) line.endedAt ??= now;
}

/** We wait in silence for an answer of a process that is gone, or does nothing for us: it has not heard us, or was not heard. */
function isDeaf(line: Line, answer: Map<number, Doing>): boolean {
  const { pid } = line.backend;
  if (pid === null || line.awaitedSince === null || line.socket.destroyed || answer.size === 0) return false;
  const now = performance.now();
  const quietMs = Math.min(now - line.awaitedSince, now - line.heardAt);
  const doing = answer.get(pid);
  if (!doing) return quietMs > slackMs;
  // It works; or it has an answer that nobody takes.
  if (doing.state === "active") return doing.waitsFor === "ClientWrite" && quietMs > farewellMs;
  return quietMs > slackMs && doing.forMs > slackMs;
}

interface Question {
  pids: number[];
  /** Processes to end, and when we gave them up: they would hold their locks for as long as they wait for us. */
  ended: [pid: number, at: number][];
}

/**
 * What the processes with these numbers are doing, asked over a connection that nothing else has used. Empty when the server answers but
 * numbers mean nothing (a pooler stands between), null when there is no answer.
 */
async function askServer(url: string, question: Question, withinMs: number): Promise<Map<number, Doing> | null> {
  const since = performance.now();
  const answer = await askOnce(url, question, withinMs);
  // A refusal may be the moment of a restart or of a name that could not be found.
  if (answer !== null || performance.now() - since > 1_000) return answer;
  await sleep(500);
  return askOnce(url, question, withinMs);
}

async function askOnce(url: string, { pids, ended }: Question, withinMs: number): Promise<Map<number, Doing> | null> {
  const opened: { socket: Socket; backend: Backend }[] = [];
  const settings = {
    max: 1,
    fetch_types: false,
    connect_timeout: 10,
    onnotice: () => {},
    socket: (options: Address, backend: Backend) => {
      const socket = openSocket(options);
      opened.push({ socket, backend });
      return socket;
    },
  };
  const sql = postgres(url, settings);
  const ask = async () => {
    const rows = await sql<
      { pid: number; own: number; state: string | null; waitsFor: string | null; forMs: number }[]
    >`
      select pid, pg_backend_pid() as own, state, wait_event as "waitsFor",
        (extract(epoch from clock_timestamp() - state_change) * 1000)::float8 as "forMs"
      from pg_stat_activity where pid = any(string_to_array(${pids.join(",")}, ',')::int[]) or pid = pg_backend_pid()`;
    const isDirect = opened.some(({ backend }) => backend.pid === rows[0]?.own);
    if (isDirect && ended.length > 0) await endProcesses(sql, ended);
    return new Map(isDirect ? rows.map(({ pid, ...doing }) => [pid, doing]) : []);
  };
  try {
    return await Promise.race([ask(), countDown(withinMs)]);
  } catch (error) {
    // A refusal is an answer, unless the server says that it is going or not yet there.
    return error instanceof postgres.PostgresError && !/^57P0/.test(error.code) ? new Map() : null;
  } finally {
    void sql.end({ timeout: 0 }).catch(() => {});
    for (const { socket } of opened) socket.destroy();
  }
}

/** The same number may be another's by now: only a process that is older than our giving up was ours. */
async function endProcesses(sql: postgres.Sql, ended: Question["ended"]): Promise<void> {
  const now = performance.now();
  const ours = JSON.stringify(ended.map(([pid, at]) => ({ pid, ms: Math.ceil(now - at) })));
  await sql`
    select pg_terminate_backend(a.pid)
    from pg_stat_activity a join json_to_recordset(${ours}::text::json) as o(pid int, ms int) on o.pid = a.pid
    where a.usename = current_user and a.backend_start < clock_timestamp() - o.ms * interval '1 millisecond'`;
}

/** In short steps: when this process itself stood still, the answer may lie there unread. */
async function countDown(ms: number): Promise<never> {
  const stepMs = 100;
  for (let left = ms; left > 0; left -= stepMs) await sleep(stepMs);
  throw new DatabaseLostError();
}
