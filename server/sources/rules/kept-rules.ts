import { z } from "zod";
import type { Source } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { RuleOrigin } from "@/lib/vocabulary/sources";
import type { LearnedSelector, RuleInUse } from "@/server/crawling/listings";
import { type KeptRule, keptRule, type ListingRule } from "./schemas";

/** What is kept in `sources.listing_selector`. */
export interface KeptRules {
  current: KeptRule | null;
  /** Newest first. */
  past: KeptRule[];
  /** Layouts about which a model was asked in vain: once is enough. */
  askedAbout: string[];
}

const maxPast = 12;
const maxAsked = 6;
const stored = z.object({
  current: keptRule.nullable(),
  past: z.array(keptRule),
  askedAbout: z.array(z.string()).default([]),
});

/** The rules of a source; none where what is stored is not of this version. */
export function rulesOf(source: Pick<Source, "listingSelector">): KeptRules {
  const parsed = stored.safeParse(source.listingSelector);
  return parsed.success ? parsed.data : { current: null, past: [], askedAbout: [] };
}

/** The rules with another one in use; the one before goes into the past. `null`: none is in use any more. */
export function withCurrent(rules: KeptRules, current: KeptRule | null): KeptRules {
  const past = [rules.current, ...rules.past].filter((one): one is KeptRule => one !== null && one.id !== current?.id);
  return { ...rules, current, past: past.slice(0, maxPast) };
}

export function withAsked(rules: KeptRules, layout: string): KeptRules {
  return { ...rules, askedAbout: [layout, ...rules.askedAbout.filter((one) => one !== layout)].slice(0, maxAsked) };
}

export function newRule(
  rule: ListingRule,
  made: { origin: RuleOrigin; fill: Record<string, number>; count: number; madeBy: string | null },
): KeptRule {
  return { id: newId(), rule, madeAt: new Date().toISOString(), ...made };
}

/** As the engine follows it; null for none, and for one that reads answers instead of pages. */
export function ruleInUse(kept: KeptRule | null): RuleInUse | null {
  if (kept?.rule.kind !== "markup") return null;
  const { kind: _, ...selector } = kept.rule;
  const origin = kept.origin === "person" || kept.origin === "given" ? kept.origin : "own";
  return { selector, fill: kept.fill, origin };
}

export function asMarkupRule(selector: LearnedSelector): ListingRule {
  return { kind: "markup", ...selector };
}
