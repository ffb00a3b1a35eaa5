import type { Requirement } from "@/drizzle/schema";
import type { RequirementKind } from "@/lib/vocabulary/opportunities";

const about: Record<RequirementKind, string> = {
  "submission-instruction": "how the offer is handed in",
  eligibility: "who may take part",
  evaluation: "how offers are judged",
  pricing: "prices and payment",
  staffing: "the people who do the work",
  deliverable: "something that is handed over",
  service: "work that is done",
  technical: "how something is made or works",
  security: "the protection of data, people or premises",
  accessibility: "use by people with disabilities",
  "service-level": "how well or how fast it is done",
  reporting: "what the buyer is told, and when",
  legal: "terms of the contract",
};

type Facts = Pick<Requirement, "kind" | "isMandatory" | "obliged" | "leadIn" | "due" | "unclear" | "section">;

/** What is known of a requirement, as plain sentences; nothing is said that the record does not hold. */
export function explainByRules(row: Facts, factor: string | null): string[] {
  const who = row.obliged === "bidder" ? "Whoever bids" : "Whoever wins the contract";
  return [
    `${who} ${row.isMandatory ? "must" : "may, or should,"} do this. It is about ${about[row.kind]}.`,
    ...(row.leadIn ? [`It is one point of a list that begins: “${row.leadIn.replace(/\s+/g, " ").trim()}”`] : []),
    ...(row.due ? [`When: “${row.due}”.`] : []),
    ...(row.section ? [`It stands under: ${row.section}.`] : []),
    ...(factor ? [`It is judged under “${factor}”.`] : []),
    ...(row.unclear ? [`It may be worth a question to the buyer: ${row.unclear}`] : []),
  ];
}
