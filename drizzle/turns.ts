import { AsyncLocalStorage } from "node:async_hooks";

const behind = new AsyncLocalStorage<true>();

/**
 * Runs `work` so that its transactions on the embedded database wait for those of people. That database is one session: without turns
 * forty sources that are read at once make everybody who clicks wait behind all of them. A real Postgres serves both at once.
 */
export function behindPeople<T>(work: () => T): T {
  return behind.run(true, work);
}

/** So many people pass before one of the others is let in: work goes on however busy people are. */
const mostInARow = 8;

/** One session, given to one caller at a time: people first, each kind in the order of asking. */
export class Turns {
  private readonly people: (() => void)[] = [];
  private readonly others: (() => void)[] = [];
  private isTaken = false;
  private inARow = 0;

  /** Resolves when it is the caller's turn; `release` must follow, once. */
  async take(): Promise<void> {
    if (!this.isTaken) {
      this.isTaken = true;
      return;
    }
    const waiting = behind.getStore() ? this.others : this.people;
    await new Promise<void>((next) => waiting.push(next));
  }

  release(): void {
    const next = this.next();
    if (next) next();
    else this.isTaken = false;
  }

  private next(): (() => void) | undefined {
    const mustLetIn = this.others.length > 0 && this.inARow >= mostInARow;
    if (this.people.length > 0 && !mustLetIn) {
      this.inARow += 1;
      return this.people.shift();
    }
    this.inARow = 0;
    return this.others.shift();
  }
}
