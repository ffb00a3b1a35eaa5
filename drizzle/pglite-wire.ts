import { createServer, type Server, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";

const sslRequest = 80877103;
const cancelRequest = 80877102;
const protocol3 = 196608;

/**
 * PGlite behind the PostgreSQL wire protocol (version 3, "Message Formats" of its manual) on a private socket, for one driver at a
 * time: PGlite is one session. All whole messages that have arrived are handed over together and their answers written together:
 * a statement is four messages, and taken one by one each costs a turn through the engine and the socket.
 */
export async function servePglite(db: PGlite, path: string): Promise<Server> {
  let previous: Promise<void> = Promise.resolve();
  const server = createServer((socket) => {
    const before = previous;
    previous = new Promise((free) => {
      void before.then(() => serveSession(db, socket)).finally(free);
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(path, listening);
  });
  return server;
}

/** One driver's session, until its socket closes; what it left open is rolled back. */
async function serveSession(db: PGlite, socket: Socket): Promise<void> {
  let waiting: Buffer = Buffer.alloc(0);
  let isGreeted = false;
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      if (!isGreeted) {
        const greeting = readGreeting(waiting);
        if (greeting.reply) socket.write(greeting.reply);
        if (greeting.isCancel) return;
        waiting = waiting.subarray(greeting.length);
        isGreeted = greeting.isStart;
        if (!greeting.isStart) continue;
        await answer(db, socket, greeting.start);
      }
      const whole = wholeMessages(waiting);
      if (whole === 0) continue;
      const messages = waiting.subarray(0, whole);
      waiting = waiting.subarray(whole);
      await answer(db, socket, messages);
    }
  } catch {
    // The driver went away in the middle; its next connection starts anew.
  } finally {
    socket.destroy();
    if (!db.closed && db.isInTransaction()) await db.exec("rollback").catch(() => {});
  }
}

async function answer(db: PGlite, socket: Socket, messages: Buffer): Promise<void> {
  // The engine hands over one statement's answer after the other, in one breath: they leave together.
  socket.cork();
  try {
    await db.runExclusive(() =>
      db.execProtocolRawStream(new Uint8Array(messages), {
        // What is handed over is the engine's own memory, which the next piece overwrites.
        onRawData: (data) => {
          if (socket.writable) socket.write(Buffer.from(data));
        },
      }),
    );
  } finally {
    socket.uncork();
  }
}

interface Greeting {
  /** Bytes used up. */
  length: number;
  isStart: boolean;
  isCancel: boolean;
  start: Buffer;
  reply?: string;
}

/** What comes before typed messages: a wish for TLS (refused: the socket is private), a cancellation (not possible), the start. */
function readGreeting(bytes: Buffer): Greeting {
  const nothing = { length: 0, isStart: false, isCancel: false, start: Buffer.alloc(0) };
  if (bytes.length < 8) return nothing;
  const length = bytes.readInt32BE(0);
  const code = bytes.readInt32BE(4);
  if (bytes.length < length) return nothing;
  if (code === sslRequest) return { ...nothing, length, reply: "N" };
  if (code === cancelRequest) return { ...nothing, length, isCancel: true };
  if (code !== protocol3) throw new Error("not the wire protocol of PostgreSQL 3.0");
  return { ...nothing, length, isStart: true, start: bytes.subarray(0, length) };
}

/** How many of these bytes make whole messages (a type byte, then a length that counts itself). */
function wholeMessages(bytes: Buffer): number {
  let end = 0;
  while (bytes.length - end >= 5) {
    const length = 1 + bytes.readInt32BE(end + 1);
    if (bytes.length - end < length) break;
    end += length;
  }
  return end;
}
