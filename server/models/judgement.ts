import { z } from "zod";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { answerWithFallback, type JudgementOptions, type JudgementResult } from "./answer-with-fallback";
import { type CallOptions, type ChosenModel, callModel } from "./call-model";
import { ModelCallError } from "./model-call-error";
import { parseStructured } from "./parse-structured";
import { type Prompt, renderPrompt } from "./prompt";

export interface JudgementSpec<P, O, I extends P = P> {
  /** Kept with usage: "ask.understand". */
  name: string;
  /** The part of the input that may leave the house: fields that are not declared here never reach a prompt. */
  input: z.ZodType<P>;
  /** The reply. Every field required (say `nullable`, not `optional`): providers enforce such schemas while they write. */
  output: z.ZodType<O>;
  /** Our own rules: deterministic, without a network. */
  extractive: (ctx: WorkspaceContext, input: I, options: { signal: AbortSignal }) => O | Promise<O>;
  prompt: (input: P) => Prompt;
  /** What a schema cannot say ("passage 9 does not exist"); null when all is well. Goes back to the model, so it quotes no data. */
  check?: (value: O, input: I) => string | null;
  maxOutputTokens?: number;
  /** For everything, retries and repairs included. */
  timeoutMs?: number;
  /** Longest silence of the model, at most 30 s. */
  idleMs?: number;
}

export type Judgement<I, O> = (
  ctx: WorkspaceContext,
  input: I,
  options?: JudgementOptions,
) => Promise<JudgementResult<O>>;

const maxRepairs = 2;

/**
 * Declares something that is judged: by the workspace's model when it has one, by our own rules otherwise and whenever the
 * model fails, is too slow or too dear. The result says which answered and why. Errors: only the signal's reason, and what
 * the rules themselves throw.
 */
export function judgement<P, O, I extends P = P>(spec: JudgementSpec<P, O, I>): Judgement<I, O> {
  const outputSchema = z.toJSONSchema(spec.output, { target: "draft-7" });
  return (ctx, input, options = {}) =>
    answerWithFallback(ctx, spec, options, {
      byModel: async (chosen, call) => judgeByModel(ctx, chosen, spec, outputSchema, input, call),
      byRules: async (signal) => spec.extractive(ctx, input, { signal }),
    });
}

async function judgeByModel<P, O, I extends P>(
  ctx: WorkspaceContext,
  chosen: ChosenModel,
  spec: JudgementSpec<P, O, I>,
  outputSchema: object,
  input: I,
  call: CallOptions,
): Promise<O> {
  const { instructions, message } = renderPrompt(spec.prompt(spec.input.parse(input)), outputSchema);
  const asked = { role: "user" as const, content: message };
  let messages: { role: "user" | "assistant"; content: string }[] = [asked];
  for (let repairs = 0; ; repairs++) {
    const reply = await callModel(
      ctx,
      chosen,
      {
        instructions,
        messages,
        outputSchema,
        outputName: spec.name.replace(/\W+/g, "_"),
        maxOutputTokens: spec.maxOutputTokens ?? 2_000,
      },
      call,
    );
    const parsed = parseStructured(reply.text, spec.output);
    const problem = parsed.problem ?? spec.check?.(parsed.value as O, input) ?? null;
    if (problem === null) return parsed.value as O;
    if (repairs >= maxRepairs) throw new ModelCallError("invalid_output", { partialText: reply.text });
    messages = [
      asked,
      { role: "assistant", content: reply.text.slice(0, 4_000) || "(nothing)" },
      { role: "user", content: `That reply cannot be used: ${problem}. Reply again, with the corrected JSON only.` },
    ];
  }
}
