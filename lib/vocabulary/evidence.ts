/** What becomes of an assertion when the evidence under it changes. */
export const freshnesses = ["current", "stale", "contradicted", "unsupported"] as const;
export type Freshness = (typeof freshnesses)[number];

/** The most words that one quote may hold. */
export const maxQuoteWords = 60;
