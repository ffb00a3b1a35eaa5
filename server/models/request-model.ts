import { type ModelMessage, type OutputInterface, streamText } from "ai";
import { ModelCallError, toModelCallError } from "./model-call-error";
import { languageModel, type ModelAccess } from "./providers";

// The library would print its warnings on the console, past our log and its redaction.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** One request to a model, ready to send. */
export interface ModelRequest {
  instructions: string;
  messages: ModelMessage[];
  /** JSON schema of the wanted reply; null for words. */
  outputSchema: Parameters<typeof jsonWithoutParsing>[0] | null;
  outputName: string;
  maxOutputTokens: number;
}

export interface ModelReply {
  text: string;
  /** As the provider counted them; null where it did not say. */
  inputTokens: number | null;
  outputTokens: number | null;
}

export interface RequestOptions {
  signal: AbortSignal;
  /** The longest silence, before the first word and between two. */
  idleMs: number;
  /** Called with each piece of text as it arrives, awaited before the next is read. */
  onText?: (piece: string) => Promise<void> | void;
}

/** Tokens are rarely longer than this; more text than the model was allowed is a broken server. */
const longestTokenCharacters = 16;

/**
 * Sends one request, always streaming on the wire so that silence is noticed, and returns the finished text. Errors:
 * ModelCallError; the signal's reason when the caller gave up.
 */
export async function requestModel(
  access: ModelAccess,
  request: ModelRequest,
  { signal, idleMs, onText }: RequestOptions,
): Promise<ModelReply> {
  const idle = new AbortController();
  let timer = setTimeout(() => {}, 0);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => idle.abort(new ModelCallError("timeout")), idleMs);
  };
  const longest = request.maxOutputTokens * longestTokenCharacters;
  let text = "";
  wait();
  try {
    const result = streamText({
      model: languageModel(access),
      instructions: request.instructions,
      messages: request.messages,
      maxOutputTokens: request.maxOutputTokens,
      ...(request.outputSchema ? { output: jsonWithoutParsing(request.outputSchema, request.outputName) } : {}),
      ...samplingOf(access),
      abortSignal: AbortSignal.any([signal, idle.signal]),
      // Retries are ours: they respect what the provider asks for, the deadline and the breaker.
      maxRetries: 0,
      telemetry: { recordInputs: false, recordOutputs: false },
      // Errors arrive in the stream; the default would print them, with the prompt inside.
      onError: () => {},
    });
    for await (const part of result.stream) {
      if (part.type === "text-delta") {
        wait();
        text += part.text;
        if (text.length > longest) throw new ModelCallError("invalid_output", { partialText: text });
        if (onText) {
          clearTimeout(timer);
          await onText(part.text);
          wait();
        }
      } else if (part.type === "reasoning-delta") {
        wait();
      } else if (part.type === "error") {
        throw part.error;
      } else if (part.type === "abort") {
        throw idle.signal.reason ?? signal.reason;
      } else if (part.type === "finish") {
        if (part.finishReason === "length") {
          throw new ModelCallError("incomplete", { partialText: text, isFinal: true });
        }
        if (part.finishReason === "content-filter") throw new ModelCallError("refused", { partialText: text });
        return {
          text,
          inputTokens: part.totalUsage.inputTokens ?? null,
          outputTokens: part.totalUsage.outputTokens ?? null,
        };
      }
    }
    throw new ModelCallError("incomplete", { partialText: text });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    // Our own verdict stands, even if the silence that follows it runs out the clock.
    if (error instanceof ModelCallError && error !== idle.signal.reason) throw error;
    if (idle.signal.aborted) throw new ModelCallError("timeout", { partialText: text });
    throw toModelCallError(error, text);
  } finally {
    clearTimeout(timer);
    // Stops the body of a reply that we gave up on.
    idle.abort(new ModelCallError("timeout"));
  }
}

/** Asks for JSON of this schema and leaves reading it to us, who repair where the library would only refuse. */
function jsonWithoutParsing(
  schema: NonNullable<Extract<Awaited<OutputInterface["responseFormat"]>, { type: "json" }>["schema"]>,
  name: string,
): OutputInterface<string, string, never> {
  return {
    name: "json",
    responseFormat: Promise.resolve({ type: "json", schema, name }),
    parseCompleteOutput: async ({ text }) => text,
    // The library passes text on only when the partial output has grown.
    parsePartialOutput: async ({ text }) => ({ partial: text }),
    createElementStreamTransform: () => undefined,
  };
}

/** Local servers are told to be steady; hosted reasoning models refuse the setting. OpenAI would keep what it was sent. */
function samplingOf(access: ModelAccess) {
  if (access.provider === "openai") return { providerOptions: { openai: { store: false } } };
  if (access.provider === "ollama" || access.provider === "compatible") return { temperature: 0 };
  return {};
}
