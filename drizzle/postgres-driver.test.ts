import { Duplex } from "node:stream";
import postgres from "postgres";
import { expect, test } from "vitest";

/**
 * What we rely on when a connection is lost, and what `scripts/patches/postgres.mjs` mends. The other end is a few lines that answer each simple
 * query with one row, its own text: only so can a connection end in the very turn that is meant.
 */
class Backend extends Duplex {
  heard: string[] = [];
  /** Takes what is said and answers nothing. */
  isSilent = false;
  private isGreeted = false;
  constructor(private readonly hangsUp = false) {
    super({ autoDestroy: false, emitClose: false });
  }
  override _read(): void {}
  override _write(bytes: Buffer, _: string, done: () => void): void {
    done();
    // Nothing on a wire comes back within the call that sent.
    setImmediate(() => this.hear(bytes));
  }
  private hear(bytes: Buffer): void {
    if (this.hangsUp) {
      this.cut();
      return;
    }
    if (!this.isGreeted) {
      this.isGreeted = true;
      this.say(message("R", int32(0)), message("K", int32(7), int32(8)), idle);
      return;
    }
    for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at + 1) + 1) {
      if (bytes[at] !== "Q".charCodeAt(0)) continue;
      const text = bytes.toString("utf8", at + 5, at + bytes.readUInt32BE(at + 1));
      this.heard.push(text);
      if (!this.isSilent) this.say(columns, row(text), message("C", Buffer.from(`${text.toUpperCase()}\0`)), idle);
    }
  }
  say(...messages: Buffer[]): void {
    this.push(Buffer.concat(messages));
  }
  cut(hadError = false): void {
    this.emit("close", hadError);
  }
}

const int32 = (value: number) => Buffer.from([0, 0, 0, value]);
const message = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
};
const idle = message("Z", Buffer.from("I"));
const columns = message(
  "T",
  Buffer.from([0, 1]),
  Buffer.from("text\0"),
  Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25]),
  Buffer.alloc(8),
);
const row = (text: string) => message("D", Buffer.from([0, 1]), int32(text.length), Buffer.from(text));

function open(max = 1, hangUps = 0) {
  const backends: Backend[] = [];
  const settings = {
    max,
    fetch_types: false,
    connect_timeout: 2,
    backoff: () => 0.01,
    socket: () => {
      const backend = new Backend(backends.length < hangUps);
      backends.push(backend);
      return backend;
    },
  };
  return { backends, sql: postgres("postgres://someone@nowhere/none", settings) };
}

const turn = () => Promise.resolve();
const flight = () => new Promise((done) => setTimeout(done, 20));
const closed = { code: "CONNECTION_CLOSED" };

test("a connection that ends while a statement waits to be written is written to again when it is made anew", async () => {
  const { sql, backends } = open();
  await sql.unsafe("first");
  const cut = sql.unsafe("cut off").execute();
  await turn();
  backends[0]?.cut();
  await expect(cut).rejects.toMatchObject(closed);
  expect(await sql.unsafe("next")).toEqual([{ text: "next" }]);
  expect(backends).toHaveLength(2);
});

test("a statement given to a connection between its error and its end is answered", async () => {
  const { sql, backends } = open();
  await sql.unsafe("first");
  const [backend] = backends;
  if (backend) backend.isSilent = true;
  const before = sql.unsafe("before").execute();
  const caught = expect(before).rejects.toThrow("reset");
  await flight();
  backend?.emit("error", new Error("reset"));
  await caught;
  const between = sql.unsafe("between").execute();
  const refused = expect(between).rejects.toMatchObject(closed);
  await flight();
  backend?.cut(true);
  await refused;
  expect(await sql.unsafe("next")).toEqual([{ text: "next" }]);
});

test("what a lost connection left half said is not taken for the answer of the next", async () => {
  const { sql, backends } = open();
  await sql.unsafe("first");
  const [backend] = backends;
  if (backend) backend.isSilent = true;
  const half = sql.unsafe("half").execute();
  await flight();
  backend?.say(columns, row("one"), row("two"), message("E", Buffer.from("SFATAL\0C57P01\0Mgone\0\0")));
  await flight();
  backend?.cut();
  await expect(half).rejects.toMatchObject(closed);
  expect([...(await sql.unsafe("next"))]).toEqual([{ text: "next" }]);
});

test("a transaction whose connection was lost says nothing more, least of all on the connection that others use now", async () => {
  const { sql, backends } = open();
  let late: unknown;
  let goOn = () => {};
  const waits = new Promise<void>((done) => {
    goOn = done;
  });
  const over = new Promise<void>((done) => {
    void sql
      .begin(async (tx) => {
        await tx.unsafe("in time");
        await waits;
        late = await tx.unsafe("too late").catch((error: unknown) => error);
        done();
      })
      .catch(() => {});
  });
  await flight();
  backends[0]?.cut();
  expect(await sql.unsafe("another's")).toEqual([{ text: "another's" }]);
  goOn();
  await over;
  expect(late).toMatchObject(closed);
  await sql.unsafe("last");
  expect(backends[0]?.heard).toEqual(["begin ", "in time"]);
  expect(backends[1]?.heard).toEqual(["another's", "last"]);
});

test("a server that hangs up in the handshake is told to whoever asked, and asked again by the next", async () => {
  const { sql, backends } = open(1, 2);
  await expect(sql.unsafe("first").execute()).rejects.toMatchObject(closed);
  await expect(sql.unsafe("second").execute()).rejects.toMatchObject(closed);
  expect(await sql.unsafe("third")).toEqual([{ text: "third" }]);
  expect(backends).toHaveLength(3);
});
