import type postgres from "postgres";
import { Turns } from "./turns";

type Client = Pick<postgres.Sql, "unsafe"> & {
  savepoint: (work: (client: Client) => Promise<unknown>) => Promise<unknown>;
};

/** On a transaction's client: says that the next statement is its last, so that COMMIT may travel with it. */
export const commitsWithNext = Symbol("commits with the next statement");

/**
 * The same client, whose transactions do not wait for the answers to BEGIN and COMMIT before they go on: BEGIN travels with the
 * first statement, and the next transaction's BEGIN with this one's COMMIT. For the embedded database, which is one session: what
 * it waits for one caller, all the others wait, too. Order is kept by the connection, so nothing is seen before it is committed;
 * the caller still hears of a commit only when the database has confirmed it. A transaction that has named its last statement
 * (`commitsWithNext`) is sent as a whole, and the next one follows at once.
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
  const statements = new Statements();
  let isGivenOn = false;
  const giveOn = () => {
    if (isGivenOn) return;
    isGivenOn = true;
    session.release();
    turns.release();
  };
  /** Sends COMMIT. With statements still waiting inside the driver it waits behind them, and would be lost with an early release. */
  const commit = async () => {
    const committed = session.unsafe("commit").execute();
    void Promise.prototype.catch.call(committed, () => {});
    await Promise.resolve();
    if (isWithDatabase(committed)) giveOn();
    else void Promise.allSettled([committed]).then(giveOn);
    return committed;
  };
  let committing: ReturnType<typeof commit> | undefined;
  const client = transactionClient(session, statements, () => {
    committing = commit();
    committing.catch(() => {});
  });
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
    if (committing) {
      // COMMIT is on its way: after a statement that failed it undoes, and what failed outside the database changes nothing any more.
      await committing.catch(() => {});
      throw error;
    }
    // Statements that nobody waited for may still be on their way: the session is given on when they and this are through.
    await session
      .unsafe("rollback")
      .execute()
      .catch(() => {});
    giveOn();
    throw error;
  }
  statements.end();
  const { command } = await (committing ?? commit());
  // To COMMIT after a statement that failed the database answers ROLLBACK, which is no error to it.
  if (command !== "COMMIT") throw statements.firstFailure ?? new Error("The transaction was rolled back.");
  return result;
}

/** True once the driver has written a statement to the connection, which it remembers there and leaves out of its types. */
function isWithDatabase(statement: unknown): boolean {
  return (statement as { state: unknown }).state !== null;
}

/** What a transaction has asked for: what of it failed, and whether it is over. */
class Statements {
  firstFailure: unknown;
  private isOver = false;

  /** Listens without asking for the answer, which would send a statement before it is finished being made. */
  watch<T>(made: T): T {
    if (this.isOver) throw new Error("This transaction is over: what uses it must be awaited inside it.");
    if (made instanceof Promise) {
      void Promise.prototype.then.call(made, undefined, (error: unknown) => {
        this.firstFailure ??= error;
      });
    }
    return made;
  }

  /** Nothing more is taken. */
  end(): void {
    this.isOver = true;
  }
}

function transactionClient(session: postgres.ReservedSql, statements: Statements, onLast: () => void): Client {
  let savepoints = 0;
  let isNextLast = false;
  const client: Client = new Proxy(session as unknown as Client, {
    apply: (target, self, given) =>
      statements.watch(Reflect.apply(target as unknown as (...a: unknown[]) => unknown, self, given)),
    get(target, key) {
      if (key === "unsafe") {
        return (...given: Parameters<postgres.Sql["unsafe"]>) => {
          const made = statements.watch(session.unsafe(...given));
          if (!isNextLast) return made;
          statements.end();
          made.execute();
          onLast();
          return made;
        };
      }
      if (key === commitsWithNext)
        return () => {
          isNextLast = true;
        };
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
