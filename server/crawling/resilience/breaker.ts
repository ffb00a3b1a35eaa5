/** What a circuit breaker remembers; plain JSON, kept with the source. */
export interface BreakerState {
  status: "closed" | "open" | "half_open";
  /** The newest outcomes, true for success; at most `window`. */
  recent: boolean[];
  /** When it opened, in ms since 1970. */
  openedAt: number | null;
  /** Successes in a row since it is half open. */
  successes: number;
}

const window = 10;
const openShare = 0.5;
const coolDownMs = 5 * 60_000;
const successesToClose = 3;

export const closedBreaker: BreakerState = { status: "closed", recent: [], openedAt: null, successes: 0 };

/** What was kept, or a closed breaker when nothing usable was. */
export function readBreaker(kept: unknown): BreakerState {
  const state = kept as Partial<BreakerState> | null;
  return state && typeof state.status === "string" && Array.isArray(state.recent)
    ? { ...closedBreaker, ...state }
    : closedBreaker;
}

export function breakerStatus(kept: unknown, now: Date): BreakerState["status"] {
  return settled(readBreaker(kept), now).status;
}

/** When the source may be asked again; null: now. */
export function blockedUntil(state: BreakerState, now: Date): Date | null {
  const current = settled(state, now);
  return current.status === "open" && current.openedAt !== null ? new Date(current.openedAt + coolDownMs) : null;
}

/**
 * The state after one more outcome. It opens when half of the last ten failed, lets single requests through after five minutes, and closes
 * after three successes in a row; a failure while half open opens it again.
 */
export function afterOutcome(state: BreakerState, isSuccess: boolean, now: Date): BreakerState {
  const current = settled(state, now);
  if (current.status === "open") return current;
  if (current.status === "half_open") {
    if (!isSuccess) return { ...closedBreaker, status: "open", openedAt: now.getTime() };
    const successes = current.successes + 1;
    return successes >= successesToClose ? closedBreaker : { ...current, successes };
  }
  const recent = [...current.recent, isSuccess].slice(-window);
  const failures = recent.filter((success) => !success).length;
  if (recent.length === window && failures >= window * openShare) {
    return { ...closedBreaker, status: "open", openedAt: now.getTime() };
  }
  return { ...current, recent };
}

/** An open breaker whose time is over is half open. */
function settled(state: BreakerState, now: Date): BreakerState {
  const isOver = state.status === "open" && state.openedAt !== null && now.getTime() - state.openedAt >= coolDownMs;
  return isOver ? { ...closedBreaker, status: "half_open" } : state;
}
