/** What a host has taught us; plain JSON, kept for the whole installation. */
export interface HostPace {
  /** Time between the starts of two requests, over what the setting asks for. */
  learnedGapMs: number;
  /** Smoothed time of an answer. */
  answerMs: number;
}

export interface HostOutcome {
  /** 429, 503, or a connection that was refused or reset. */
  isOverloaded: boolean;
  retryAfterMs: number | null;
  ms: number | null;
}

export const unknownHost: HostPace = { learnedGapMs: 0, answerMs: 0 };

const firstGapMs = 1_000;
const longestGapMs = 60_000;
/** We use a slow server at most for half of its time. */
const shareOfAnswer = 0.5;
const decay = 0.8;
const smoothing = 0.3;

export function readPace(kept: unknown): HostPace {
  const pace = kept as Partial<HostPace> | null;
  return typeof pace?.learnedGapMs === "number" && typeof pace.answerMs === "number" ? (pace as HostPace) : unknownHost;
}

/** The gap that is due: never below the setting, nor below what robots.txt asks for, longer for hosts that are slow or complained. */
export function gapMs(pace: HostPace, settingMs: number, crawlDelayMs: number | null): number {
  return Math.min(
    longestGapMs,
    Math.max(settingMs, crawlDelayMs ?? 0, pace.learnedGapMs, pace.answerMs * shareOfAnswer),
  );
}

/**
 * Moments are handed out a little further apart than they must be: one request may be longer on its way than the next, and what
 * the host sees must not be below the setting.
 */
export function withMargin(gap: number): number {
  return gap === 0 ? 0 : gap + Math.min(250, 5 + gap * 0.1);
}

/** Additive peace, multiplicative war (AIMD): a complaint doubles the gap, every good answer takes a fifth of what was learned away. */
export function afterAnswer(pace: HostPace, outcome: HostOutcome): HostPace {
  const answerMs = outcome.ms === null ? pace.answerMs : pace.answerMs * (1 - smoothing) + outcome.ms * smoothing;
  if (outcome.isOverloaded) {
    const doubled = Math.max(firstGapMs, pace.learnedGapMs * 2);
    return { learnedGapMs: Math.min(longestGapMs, doubled), answerMs };
  }
  const learnedGapMs = pace.learnedGapMs * decay;
  return { learnedGapMs: learnedGapMs < 10 ? 0 : learnedGapMs, answerMs };
}
