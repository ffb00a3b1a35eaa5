import { addDays } from "@/lib/zoned-day";
import { type FactorResult, known, unknown } from "../factor-result";
import type { FitFacts } from "../fit-facts";

/** Demands of a tender of middling size, until the workspace's own say otherwise. */
const middlingDemands = 80;
/** With half as much again as the work takes, time is no worry. */
const comfortable = 1.5;

/** Working days left against those that the bid takes: the profile's for one of middling size, scaled by the square root of its demands. */
export function timeFactor({ opportunity, profile, demands, usualDemands, now }: FitFacts): FactorResult {
  const today = now.toISOString().slice(0, 10);
  const last = opportunity.submissionAt?.toISOString().slice(0, 10) ?? opportunity.submissionDate;
  if (!last) return unknown("time", "No submission date is known.");
  const basis = [{ kind: "opportunity" as const, id: opportunity.id, text: `Submission: ${last}` }];
  if (opportunity.submissionAt ? opportunity.submissionAt <= now : last < today) {
    // Of dates that disagree the earlier one has passed: that rules nothing out while the later one may hold.
    const mayHold = opportunity.submissionLastAt !== null && opportunity.submissionLastAt > now;
    if (mayHold) return unknown("time", `The papers disagree, and the earlier date, ${last}, has passed.`, basis);
    return known("time", 0, `The submission date, ${last}, has passed.`, { isBlocker: true, basis });
  }
  const left = workingDays(today, last);
  if (profile.bidDays === null) {
    return unknown("time", `${left} working days are left; your profile does not say how long a bid takes you.`, basis);
  }
  const middling = usualDemands ?? middlingDemands;
  const scale = demands.length === 0 ? 1 : Math.min(3, Math.max(0.5, Math.sqrt(demands.length / middling)));
  const needed = Math.max(0.5, profile.bidDays * scale);
  const size = demands.length === 0 ? "nothing has been read of its size" : `it has ${demands.length} demands`;
  return known(
    "time",
    left / needed / comfortable,
    `${left} working days are left and a bid like this takes you about ${needed.toLocaleString("en-GB", { maximumFractionDigits: 1 })} (${size}).`,
    {
      basis: [
        ...basis,
        { kind: "profile", id: null, text: `A bid of middling size takes ${profile.bidDays} working days` },
      ],
    },
  );
}

/** From tomorrow to the last day, without Saturdays and Sundays; holidays are not known. */
function workingDays(today: string, last: string): number {
  let days = 0;
  for (let day = addDays(today, 1); day <= last && days < 1000; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days += 1;
  }
  return days;
}
