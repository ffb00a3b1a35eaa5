import { z } from "zod";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { answerWithFallback, type JudgementOptions, type JudgementResult } from "./answer-with-fallback";
import { type CallOptions, type ChosenModel, callModel } from "./call-model";
import { ModelCallError } from "./model-call-error";
import { parseStructured } from "./parse-structured";
import { type Prompt, renderPrompt } from "./prompt";
import { createObjectScanner } from "./scan-objects";

export interface StreamedJudgementSpec<P, E, I extends P = P> {
  name: string;
  /** The part of the input that may leave the house: fields that are not declared here never reach a prompt. */
  input: z.ZodType<P>;
  /** One element of the reply, a flat object with every field required. Elements of another shape are dropped. */
  element: z.ZodType<E>;
  extractive: (ctx: WorkspaceContext, input: I, options: { signal: AbortSignal }) => AsyncIterable<E> | Iterable<E>;
  prompt: (input: P) => Prompt;
  /** False drops the element: it names a passage that does not exist, or repeats one. */
  accepts?: (element: E, input: I) => boolean;
  /** A reply that says in so many words that there is nothing to say is an answer, not a failure. */
  mayBeEmpty?: boolean;
  maxElements?: number;
  maxOutputTokens?: number;
  timeoutMs?: number;
  idleMs?: number;
}

export interface StreamedJudgementOptions<E> extends JudgementOptions {
  /** Called with each element as soon as it is complete, and awaited before the next. */
  onElement: (element: E) => Promise<void> | void;
  /** What was handed out so far does not stand: the rules begin from the start. */
  onRestart: () => Promise<void> | void;
}

export type StreamedJudgement<I, E> = (
  ctx: WorkspaceContext,
  input: I,
  options: StreamedJudgementOptions<E>,
) => Promise<JudgementResult<E[]>>;

/**
 * As `judgement`, for a list that is shown while it is written: sentences with their citations. A model that breaks off
 * leaves nothing half said: `onRestart`, then the rules answer. A model whose every element is refused counts as failed.
 */
export function streamedJudgement<P, E, I extends P = P>(
  spec: StreamedJudgementSpec<P, E, I>,
): StreamedJudgement<I, E> {
  const outputSchema = z.toJSONSchema(z.strictObject({ elements: z.array(spec.element) }), { target: "draft-7" });
  return async (ctx, input, options) => {
    let handedOut: E[] = [];
    const handOut = async (element: E) => {
      handedOut.push(element);
      await options.onElement(element);
    };
    return answerWithFallback(ctx, spec, options, {
      byModel: async (chosen, call) => {
        const reply = await streamFromModel(ctx, chosen, spec, outputSchema, input, call, handOut);
        const saysNothing = spec.mayBeEmpty === true && parseStructured(reply, nothing).problem === null;
        if (handedOut.length === 0 && !saysNothing) throw new ModelCallError("invalid_output");
        return handedOut;
      },
      byRules: async (signal) => {
        if (handedOut.length > 0) await options.onRestart();
        handedOut = [];
        for await (const element of spec.extractive(ctx, input, { signal })) {
          signal.throwIfAborted();
          await handOut(element);
        }
        return handedOut;
      },
    });
  };
}

const nothing = z.strictObject({ elements: z.array(z.never()).length(0) });

async function streamFromModel<P, E, I extends P>(
  ctx: WorkspaceContext,
  chosen: ChosenModel,
  spec: StreamedJudgementSpec<P, E, I>,
  outputSchema: object,
  input: I,
  call: CallOptions,
  handOut: (element: E) => Promise<void>,
): Promise<string> {
  const { instructions, message } = renderPrompt(spec.prompt(spec.input.parse(input)), outputSchema);
  const maxElements = spec.maxElements ?? 50;
  const scan = createObjectScanner();
  let count = 0;
  const { text } = await callModel(
    ctx,
    chosen,
    {
      instructions,
      messages: [{ role: "user", content: message }],
      outputSchema,
      outputName: spec.name.replace(/\W+/g, "_"),
      maxOutputTokens: spec.maxOutputTokens ?? 2_000,
    },
    {
      ...call,
      onText: async (piece) => {
        for (const found of scan(piece)) {
          const parsed = spec.element.safeParse(found);
          if (!parsed.success || count >= maxElements || spec.accepts?.(parsed.data, input) === false) continue;
          count++;
          await handOut(parsed.data);
        }
      },
    },
  );
  return text;
}
