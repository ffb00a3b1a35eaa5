import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, expectLast, openDatabase, type Tx } from "./client";

let database: Database;
beforeAll(async () => {
  // Whatever the project: these are the embedded database's own transactions.
  database = await openDatabase({ dataDir: null, skipMigrations: true });
  await database.sql`create table notes (id int primary key, said text not null)`;
});
afterAll(() => database.close());

const all = () => database.sql<{ id: number; said: string }[]>`select * from notes order by id`;

test("a transaction is seen as a whole once it has committed, and not at all when its work fails", async () => {
  await database.sql.begin(async (tx) => {
    await tx`insert into notes values (1, 'kept')`;
    await tx`insert into notes values (2, 'kept, too')`;
  });
  await expect(
    database.sql.begin(async (tx) => {
      await tx`insert into notes values (3, 'lost')`;
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  expect((await all()).map((note) => note.id)).toEqual([1, 2]);
});

test("a statement that failed undoes the transaction even when its error was swallowed", async () => {
  await expect(
    database.sql.begin(async (tx) => {
      await tx`insert into notes values (4, 'first')`;
      await tx`insert into notes values (1, 'there already')`.catch(() => {});
    }),
  ).rejects.toThrow(/duplicate key|notes_pkey/);
  expect((await all()).map((note) => note.id)).toEqual([1, 2]);
});

test("a transaction that cannot begin fails and leaves the session usable", async () => {
  await expect(
    database.sql.begin("isolation level nonsense", async (tx) => tx`insert into notes values (5, 'no')`),
  ).rejects.toThrow();
  expect((await all()).map((note) => note.id)).toEqual([1, 2]);
});

test("a hundred at once, a third of them failing, never see or undo one another", async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, (_, index) =>
      database.sql.begin(async (tx) => {
        const id = 100 + index;
        await tx`insert into notes values (${id}, ${`by ${index}`})`;
        const [own] = await tx`select count(*)::int as n from notes where id = ${id}`;
        if (index % 3 === 0) throw new Error("undo");
        await tx`update notes set said = said || ${` (${own?.n})`} where id = ${id}`;
      }),
    ).concat(Array.from({ length: 50 }, () => all() as unknown as Promise<never>)),
  );
  expect(outcomes.filter((outcome) => outcome.status === "rejected")).toHaveLength(34);
  const kept = (await all()).filter((note) => note.id >= 100);
  expect(kept).toHaveLength(66);
  expect(kept.every((note) => note.said === `by ${note.id - 100} (1)`)).toBe(true);
});

test("statements side by side of which one fails leave nothing behind, and the session goes on", async () => {
  for (let round = 0; round < 20; round++) {
    const outcome = await Promise.race([
      database.sql
        .begin((tx) =>
          Promise.all([
            tx.unsafe("select id from notes where said = $1", ["nobody"]).then(() => {
              throw new Error("nobody said that");
            }),
            tx.unsafe("select count(*) from notes where said <> $1", ["x"]),
            tx.unsafe("insert into notes values ($1, $2)", [900 + round, "never"]),
          ]),
        )
        .then(
          () => "committed",
          (error: Error) => error.message,
        ),
      new Promise((late) => setTimeout(late, 20_000, "hangs").unref()),
    ]);
    expect(outcome).toBe("nobody said that");
  }
  expect((await all()).filter((note) => note.id >= 900)).toEqual([]);
});

test("a statement that nobody awaited is done before the commit, and one that comes too late is refused", async () => {
  let late: () => unknown = () => undefined;
  await database.sql.begin(async (tx) => {
    void tx.unsafe("insert into notes values ($1, $2)", [950, "not awaited"]).execute();
    void tx.unsafe("insert into notes values ($1, $2)", [951, "not awaited"]).execute();
    late = () => tx.unsafe("delete from notes");
  });
  expect((await all()).filter((note) => note.id >= 950).map((note) => note.id)).toEqual([950, 951]);
  expect(late).toThrow("This transaction is over");
});

/** A transaction of one statement, as what reads for a screen makes it. */
const whole = (text: string, parameters: unknown[] = []) =>
  database.db.transaction(async (tx) => {
    expectLast(tx);
    return client(tx).unsafe(text, parameters as never[]);
  });
const client = (tx: Tx) => (tx._.session as unknown as { client: postgres.TransactionSql }).client;

test("a whole transaction that fails tells its own error, undoes only itself, and its neighbours are answered rightly", async () => {
  const asked = (n: number) => {
    if (n % 5 === 0) return whole("select 1 / $1::int as n", [0]);
    if (n % 5 === 1) return whole("insert into notes values ($1, 'there already')", [1]);
    if (n % 5 === 2) return whole("insert into notes values ($1, $2)", [1_000 + n, "whole"]);
    return whole("select $1::int as n", [n]);
  };
  const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => asked(n)));
  outcomes.forEach((outcome, n) => {
    if (n % 5 === 0) expect(String((outcome as PromiseRejectedResult).reason)).toMatch(/division by zero/);
    else if (n % 5 === 1) expect(String((outcome as PromiseRejectedResult).reason)).toMatch(/duplicate key/);
    else if (n % 5 > 2) expect((outcome as PromiseFulfilledResult<unknown>).value).toEqual([{ n }]);
  });
  const kept = (await all()).filter(({ id }) => id >= 1_000);
  expect(kept.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, n) => 1_002 + 5 * n));
});

test("after its last statement a transaction takes nothing more", async () => {
  const tooMuch = database.db.transaction(async (tx) => {
    expectLast(tx);
    await client(tx).unsafe("select 1");
    await client(tx).unsafe("insert into notes values (2000, 'too late')");
  });
  await expect(tooMuch).rejects.toThrow("This transaction is over");
  expect((await all()).filter(({ id }) => id >= 2_000)).toEqual([]);
});
