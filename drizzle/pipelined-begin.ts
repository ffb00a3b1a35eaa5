import type postgres from "postgres";

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
  return new Proxy(sql, {
    get(target, key) {
      if (key === "begin") return (...given: unknown[]) => begin(target, given);
      return Reflect.get(target, key) as unknown;
    },
  });
}

async function begin(sql: postgres.Sql, given: unknown[]): Promise<unknown> {
  const options = typeof given[0] === "string" ? given[0] : "";
  const work = given.at(-1) as (client: Client) => Promise<unknown>;
  const session = await sql.reserve();
  const failures: unknown[] = [];
  const note = (error: unknown) => void failures.push(error);
  const client = transactionClient(session, note);
  const begun = session.unsafe(`begin ${options.replace(/[^a-z ]/gi, "")}`).execute();
  void Promise.prototype.catch.call(begun, note);
  // Plain BEGIN cannot fail on a living connection; with options it may, and what follows would then stand alone.
  if (options) {
    await begun.catch((error: unknown) => {
      session.release();
      throw error;
    });
  }
  // The driver hands a statement to the connection one turn after it was asked to; nothing may overtake it.
  await Promise.resolve();
  let result: unknown;
  try {
    result = await work(client);
    if (Array.isArray(result)) result = await Promise.all(result);
  } catch (error) {
    const undone = session.unsafe("rollback").execute();
    await Promise.resolve();
    session.release();
    await undone.catch(() => {});
    throw error;
  }
  const committed = session.unsafe("commit").execute();
  await Promise.resolve();
  session.release();
  const { command } = await committed;
  // To COMMIT after a statement that failed the database answers ROLLBACK, which is no error to it.
  if (command !== "COMMIT") throw failures[0] ?? new Error("The transaction was rolled back.");
  return result;
}

function transactionClient(session: postgres.ReservedSql, note: (error: unknown) => void): Client {
  let savepoints = 0;
  // Listened to without asking for the answer, which would send a statement before it is finished being made.
  const watched = <T>(made: T): T => {
    if (made instanceof Promise) void Promise.prototype.catch.call(made, note);
    return made;
  };
  const client: Client = new Proxy(session as unknown as Client, {
    apply: (target, self, given) =>
      watched(Reflect.apply(target as unknown as (...a: unknown[]) => unknown, self, given)),
    get(target, key) {
      if (key === "unsafe") {
        return (...given: Parameters<postgres.Sql["unsafe"]>) => watched(session.unsafe(...given));
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
