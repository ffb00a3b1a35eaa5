import { type FactorResult, known, unknown } from "../factor-result";
import type { FitFacts } from "../fit-facts";
import { nameWithin, sameName } from "./likeness";

/** Somebody else who does the work now has an edge; where that is us, or the buyer knows us, we have it. */
const againstIncumbent = 0.25;

export function incumbencyFactor({ opportunity, profile, fields, workspaceName }: FitFacts): FactorResult {
  const named = fields.find(({ name }) => name === "incumbent");
  const basis = named
    ? [
        {
          kind: named.evidenceId ? ("evidence" as const) : ("opportunity" as const),
          id: named.evidenceId ?? opportunity.id,
          text: `Incumbent: ${named.text}`,
        },
      ]
    : [];
  if (named && (nameWithin(workspaceName, named.text) || nameWithin(named.text, workspaceName))) {
    return known("incumbency", 1, "The documents name you as the incumbent.", { basis });
  }
  const held = profile.incumbentAt.find((buyer) => sameName(buyer, opportunity.buyer));
  if (named) {
    return known(
      "incumbency",
      held ? 0.5 : againstIncumbent,
      held
        ? `The documents name ${named.text} as the incumbent; you hold other contracts with this buyer.`
        : `The documents name ${named.text} as the incumbent.`,
      { basis },
    );
  }
  if (held) {
    return known("incumbency", 1, `You hold contracts with ${opportunity.buyer}.`, {
      basis: [{ kind: "profile", id: null, text: `Contracts with ${held}` }],
    });
  }
  return unknown("incumbency", "Nothing says who does this work now.");
}
