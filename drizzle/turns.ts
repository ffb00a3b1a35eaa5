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
/** Somebody who asked this lately asks again soon: a page is several requests. */
const presentForMs = 1_000;
const longestPauseMs = 40;

/**
 * One session, given to one caller at a time: people first, each kind in the order of asking. While people are about, the others leave
 * the session free after each turn for as long as they had it, so that most people need not wait even for the one that is under way.
 */
export class Turns {
  private readonly people: (() => void)[] = [];
  private readonly others: (() => void)[] = [];
  private isTaken = false;
  private isBehind = false;
  private inARow = 0;
  private takenAt = 0;
  private personAt = Number.NEGATIVE_INFINITY;
  private pausedUntil = 0;
  private pause: NodeJS.Timeout | undefined;

  /** Resolves when it is the caller's turn; `release` must follow, once. */
  async take(): Promise<void> {
    const waiting = behind.getStore() ? this.others : this.people;
    const turn = new Promise<void>((begins) => waiting.push(begins));
    if (!this.isTaken) this.giveOn();
    await turn;
  }

  release(): void {
    this.isTaken = false;
    const now = performance.now();
    if (!this.isBehind) this.personAt = now;
    else if (now - this.personAt < presentForMs) this.pausedUntil = now + Math.min(now - this.takenAt, longestPauseMs);
    this.giveOn();
  }

  private giveOn(): void {
    const isPeople = this.people.length > 0 && (this.others.length === 0 || this.inARow < mostInARow);
    if (!isPeople && this.isPausing()) return;
    const next = (isPeople ? this.people : this.others).shift();
    if (!next) return;
    this.isTaken = true;
    this.isBehind = !isPeople;
    this.inARow = isPeople ? this.inARow + 1 : 0;
    this.takenAt = performance.now();
    next();
  }

  /** True while the others leave the session free; they are called when that is over. */
  private isPausing(): boolean {
    const left = this.pausedUntil - performance.now();
    if (this.people.length > 0 || this.others.length === 0 || left <= 0) return false;
    this.pause ??= setTimeout(() => {
      this.pause = undefined;
      if (!this.isTaken) this.giveOn();
    }, left);
    return true;
  }
}
