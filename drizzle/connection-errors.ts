const codes =
  /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|DATABASE_LOST|E(CONN(REFUSED|RESET)|PIPE|TIMEDOUT|(HOST|NET)UNREACH|AI_AGAIN|NOTFOUND)|57P0[1-3]|08\w{3}|25P03|53300)$/;

/** Whether it was the connection that failed, or the server as such, and not what it was asked; wherever the error hides it. */
export function isOfConnection(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && codes.test(String(cause.code))) return true;
  }
  return false;
}

// Each route's bundle, and what stands before them, are module instances of their own.
const shared = globalThis as typeof globalThis & { outriderServerIsLost?: boolean };

/** True while the database server does not answer: who comes now need not wait to be told. */
export function isServerLost(): boolean {
  return shared.outriderServerIsLost === true;
}

export function markServerLost(isLost: boolean): void {
  shared.outriderServerIsLost = isLost;
}
