import type postgres from "postgres";
import { Turns } from "./turns";

type Client = Pick<postgres.Sql, "unsafe"> & {
  savepoint: (work: (client: Client) => Promise<unknown>) => Promise<unknown>;
};

/**
 * The same client, whose transactions do not wait for the answers to BEGIN and COMMIT before they go on: BEGIN travels with the
 * first statement, and the next transaction's BEGIN with this one's COMMIT. For the embedded database, which is one session: what
 * it waits for one caller, all the others wait, too. Order is kept by the connection, so nothing is seen before it is committed;
 * the caller still hears of a commit only when the database has confirmed it.
 */
export function pipelinedBegin(sql: postgres.Sql): postgres.Sql {
  const turns = new Turns();
  return new Proxy(sql, {
    get(target, key) {
      if (key === "begin") return (...given: unknown[]) => begin(target, turns, given);
      return Reflect.get(target, key) as unknown;
    },
  });
}

async function begin(sql: postgres.Sql, turns: Turns, given: unknown[]): Promise<unknown> {
  const options = typeof given[0] === "string" ? given[0] : "";
  const work = given.at(-1) as (client: Client) => Promise<unknown>;
  await turns.take();
  const session = await sql.reserve().catch((error: unknown) => {
    turns.release();
    throw error;
  });
  const giveOn = () => {
    session.release();
    turns.release();
  };
  const statements = new Statements();
  const client = transactionClient(session, statements);
  try {
    const begun = session.unsafe(`begin ${options.replace(/[^a-z ]/gi, "")}`).execute();
    void Promise.prototype.catch.call(begun, () => {});
    // The driver hands a statement to the connection one turn after it was asked to; nothing may overtake it.
    await Promise.resolve();
    // Plain BEGIN cannot fail on a living connection; with options it may, and what follows would then stand alone.
    if (options) await begun;
  } catch (error) {
    giveOn();
    throw error;
  }
  let result: unknown;
  try {
    result = await work(client);
    if (Array.isArray(result)) result = await Promise.all(result);
  } catch (error) {
    statements.end();
    // Statements that nobody waited for may still be on their way: the session is given on when they and this are through.
    await session
      .unsafe("rollback")
      .execute()
      .catch(() => {});
    giveOn();
    throw error;
  }
  const isQuiet = statements.end();
  const committed = session.unsafe("commit").execute();
  if (!isQuiet) void Promise.prototype.catch.call(committed, () => {});
  await Promise.resolve();
  // With statements still waiting inside the driver, COMMIT waits behind them and would be lost with an early release.
  if (!isQuiet) await Promise.allSettled([committed]);
  giveOn();
  const { command } = await committed;
  // To COMMIT after a statement that failed the database answers ROLLBACK, which is no error to it.
  if (command !== "COMMIT") throw statements.firstFailure ?? new Error("The transaction was rolled back.");
  return result;
}

/** What a transaction has asked for: how much of it is unanswered, what failed, and whether it is over. */
class Statements {
  firstFailure: unknown;
  private open = 0;
  private isOver = false;

  /** Listens without asking for the answer, which would send a statement before it is finished being made. */
  watch<T>(made: T): T {
    if (this.isOver) throw new Error("This transaction is over: what uses it must be awaited inside it.");
    if (!(made instanceof Promise)) return made;
    this.open++;
    const settled = () => void this.open--;
    void Promise.prototype.then.call(made, settled, (error: unknown) => {
      settled();
      this.firstFailure ??= error;
    });
    return made;
  }

  /** Nothing more is taken; true when all that was asked for has been answered. */
  end(): boolean {
    this.isOver = true;
    return this.open === 0;
  }
}

function transactionClient(session: postgres.ReservedSql, statements: Statements): Client {
  let savepoints = 0;
  const client: Client = new Proxy(session as unknown as Client, {
    apply: (target, self, given) =>
      statements.watch(Reflect.apply(target as unknown as (...a: unknown[]) => unknown, self, given)),
    get(target, key) {
      if (key === "unsafe") {
        return (...given: Parameters<postgres.Sql["unsafe"]>) => statements.watch(session.unsafe(...given));
      }
      if (key === "savepoint") {
        return async (work: (inner: Client) => Promise<unknown>) => {
          const name = `s${++savepoints}`;
          await session.unsafe(`savepoint ${name}`);
          try {
            return await work(client);
          } catch (error) {
            await session.unsafe(`rollback to savepoint ${name}`);
            throw error;
          }
        };
      }
      return Reflect.get(target, key) as unknown;
    },
  });
  return client;
}
