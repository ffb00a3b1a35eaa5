import { z } from "zod";
import { obligedParties, requirementKinds } from "@/lib/vocabulary/opportunities";
import { judgement } from "@/server/models";

const kind = z.enum(requirementKinds);
const quote = z.string().max(1500);
const reason = z.string().max(400);

const refinement = z.strictObject({
  missed: z
    .array(z.strictObject({ quote, kind, isMandatory: z.boolean(), obliged: z.enum(obligedParties), reason }))
    .max(40),
  changes: z
    .array(
      z.strictObject({ number: z.int(), kind: kind.nullable(), isMandatory: z.boolean().nullable(), quote, reason }),
    )
    .max(40),
  merges: z.array(z.strictObject({ numbers: z.array(z.int()).min(2).max(4), quote, reason })).max(20),
});
export type Refinement = z.output<typeof refinement>;

/**
 * What a reader would say otherwise about the requirements that our rules took from one part of a document. Without a model nothing: the rules have
 * said what they know. What comes back is a proposal only, and `gateRefinement` looks at each quote before anybody sees it.
 */
export const judgeRefinement = judgement({
  name: "opportunities.refine_requirements",
  input: z.object({ title: z.string(), text: z.string(), requirements: z.array(z.string()) }),
  output: refinement,
  extractive: (): Refinement => ({ missed: [], changes: [], merges: [] }),
  prompt: ({ title, text, requirements }) => ({
    task: `A part of a tender document is given, and the requirements that were taken from it, each with its number, kind and whether it is mandatory. A requirement is one obligation on whoever bids or whoever wins; duties of the buyer, definitions and background are none.
Propose only what is wrong:
"missed": obligations in the part that no requirement holds. "quote": the whole sentence or list item, copied character by character from the part, at most 60 words.
"changes": requirements whose kind or force is wrong. "number": its number. "kind" and "isMandatory": the right value, or null where it is right already. "quote": the words of the part that show it, copied.
"merges": requirements that are one obligation cut in pieces. "numbers": two to four of them, the one that stays first. "quote": words of the part that show it, copied.
"reason": one short sentence. Kinds: ${requirementKinds.join(", ")}. Give empty lists when nothing is wrong.`,
    data: [
      { label: `part of ${title}`, text },
      { label: "requirements taken from it", text: requirements.join("\n") || "none" },
    ],
  }),
  maxOutputTokens: 3_000,
  timeoutMs: 60_000,
});
