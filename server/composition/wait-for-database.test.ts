import { lookup } from "node:dns/promises";
import { createServer } from "node:net";
import postgres from "postgres";
import { expect, test } from "vitest";
import { waitForDatabase } from "./wait-for-database";

/** A real client of a port; the error is the driver's own. */
function opens(port: number) {
  return async () => {
    const sql = postgres({ host: "127.0.0.1", port, user: "nobody", max: 1, connect_timeout: 2, onnotice: () => {} });
    await sql`select 1`.finally(() => sql.end({ timeout: 0 }));
  };
}
const place = "127.0.0.1:1";
const goingOn = () => false;

test("a server that is not there is waited for, once said, and named when the time is over", async () => {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const since = Date.now();
  await expect(waitForDatabase({ open: opens(1), place, atMostMs: 1_200, say, isStopping: goingOn })).rejects.toThrow(
    /the database at 127\.0\.0\.1:1 could not be reached within 1\.2 seconds: .*ECONNREFUSED/,
  );
  expect(Date.now() - since).toBeGreaterThanOrEqual(1_200);
  expect(said).toEqual(["Outrider waits for its database at 127.0.0.1:1, 1.2 seconds at most."]);
});

test("a name that nobody knows yet is waited for, too", async () => {
  const said: string[] = [];
  const open = () => lookup("database.invalid");
  const waiting = waitForDatabase({ open, place, atMostMs: 100, say: (text) => said.push(text), isStopping: goingOn });
  await expect(waiting).rejects.toThrow(/could not be reached/);
  expect(said).toHaveLength(1);
});

test("a server that comes later is taken", async () => {
  let tries = 0;
  const open = async () => {
    if (++tries < 3) await opens(1)();
  };
  await waitForDatabase({ open, place, atMostMs: 60_000, say: () => {}, isStopping: goingOn });
  expect(tries).toBe(3);
});

test("what waiting cannot mend ends the start at once, and so does being asked to stop", async () => {
  // Answers as a server does that refuses the login.
  const fields = ["SFATAL", "VFATAL", "C28P01", "Mno such login"].map((field) => `${field}\0`).join("");
  const refusal = Buffer.from(`E\0\0\0\0${fields}\0`);
  refusal.writeInt32BE(refusal.length - 1, 1);
  const server = createServer((socket) => {
    socket.on("data", () => socket.end(refusal));
    socket.on("error", () => {});
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  const said: string[] = [];
  const base = { place, atMostMs: 60_000, say: (text: string) => void said.push(text) };
  await expect(waitForDatabase({ ...base, open: opens(port), isStopping: goingOn })).rejects.toThrow("no such login");
  await expect(waitForDatabase({ ...base, open: opens(1), isStopping: () => true })).rejects.toThrow(/ECONNREFUSED/);
  expect(said).toEqual([]);
  server.close();
});
