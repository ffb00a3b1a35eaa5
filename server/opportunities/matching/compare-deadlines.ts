import type { KnownOpportunity, NoticeToMatch } from "./match-notice";

export type DeadlineVerdict = "same" | "different" | "unknown";

export interface ComparedDeadlines {
  verdict: DeadlineVerdict;
  isSameInstant: boolean;
  reasons: string[];
}

/** Whether bids are due on the same day, and at the same hour, for people with the reason. */
export function compareDeadlines(
  notice: Pick<NoticeToMatch, "deadlines">,
  known: Pick<KnownOpportunity, "deadlines">,
): ComparedDeadlines {
  const ours = notice.deadlines.filter(({ kind, localDate }) => kind === "submission" && localDate);
  const theirs = known.deadlines.filter(({ kind, localDate }) => kind === "submission" && localDate);
  if (ours.length === 0 || theirs.length === 0) return { verdict: "unknown", isSameInstant: false, reasons: [] };
  const isSame = ours.some((one) =>
    theirs.some((other) => one.localDate === other.localDate || (one.at !== null && one.at === other.at)),
  );
  // A page that does not say where its clock stands is believed to mean the one that the other names.
  const isSameHour = (one: (typeof ours)[number], other: (typeof theirs)[number]) =>
    one.at && other.at
      ? one.at === other.at
      : Boolean(one.localTime) && one.localTime === other.localTime && one.localDate === other.localDate;
  const isSameInstant = ours.some((one) => theirs.some((other) => isSameHour(one, other)));
  const day = ours[0]?.localDate;
  return isSame
    ? { verdict: "same", isSameInstant, reasons: [`Bids are due on the same day (${day}).`] }
    : {
        verdict: "different",
        isSameInstant: false,
        reasons: [`Bids are due on ${day}, there on ${theirs[0]?.localDate}.`],
      };
}
