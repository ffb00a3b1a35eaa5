import { z } from "zod";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { answerWithFallback, type JudgementOptions, type JudgementResult } from "./answer-with-fallback";
import { type CallOptions, type ChosenModel, callModel } from "./call-model";
import { ModelCallError } from "./model-call-error";
import { type Prompt, renderPrompt } from "./prompt";
import { createObjectScanner } from "./scan-objects";

export interface StreamedJudgementSpec<I, E> {
  name: string;
  /** What may leave the house: fields that are not declared here never reach a prompt. */
  input: z.ZodType<I>;
  /** One element of the reply, a flat object with every field required. Elements of another shape are dropped. */
  element: z.ZodType<E>;
  extractive: (ctx: WorkspaceContext, input: I, options: { signal: AbortSignal }) => AsyncIterable<E> | Iterable<E>;
  prompt: (input: I) => Prompt;
  /** False drops the element: it names a passage that does not exist, or repeats one. */
  accepts?: (element: E, input: I) => boolean;
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
export function streamedJudgement<I, E>(spec: StreamedJudgementSpec<I, E>): StreamedJudgement<I, E> {
  const outputSchema = z.toJSONSchema(z.strictObject({ elements: z.array(spec.element) }), { target: "draft-7" });
  return async (ctx, input, options) => {
    let handedOut: E[] = [];
    const handOut = async (element: E) => {
      handedOut.push(element);
      await options.onElement(element);
    };
    return answerWithFallback(ctx, spec, options, {
      byModel: async (chosen, call) => {
        await streamFromModel(ctx, chosen, spec, outputSchema, spec.input.parse(input), call, handOut);
        if (handedOut.length === 0) throw new ModelCallError("invalid_output");
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

async function streamFromModel<I, E>(
  ctx: WorkspaceContext,
  chosen: ChosenModel,
  spec: StreamedJudgementSpec<I, E>,
  outputSchema: object,
  input: I,
  call: CallOptions,
  handOut: (element: E) => Promise<void>,
): Promise<void> {
  const { instructions, message } = renderPrompt(spec.prompt(input), outputSchema);
  const maxElements = spec.maxElements ?? 50;
  const scan = createObjectScanner();
  let count = 0;
  await callModel(
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
}
