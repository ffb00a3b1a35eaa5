import { embedMany } from "ai";
import { env } from "@/lib/env";
import type { CallOutcome } from "@/lib/vocabulary/models";
import { UnavailableError } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";
import { isInTransaction, type WorkspaceContext } from "@/server/platform/workspace-context";
import { ModelCallError, toModelCallError } from "./model-call-error";
import { formatModelName, parseModelName } from "./parse-model-name";
import { embeddingModel, type ModelAccess } from "./providers";
import { reserveUsage, settleUsage } from "./reserve-usage";
import { withResilience } from "./resilience";
import { installationAccess } from "./resolve-model";
import { estimateTokens } from "./token-estimate";

export interface EmbeddedTexts {
  /** One vector per text, in the order of the texts, as the model gave them (not normalised). */
  vectors: number[][];
  /** `<provider>:<model>`, to store beside the vectors. */
  model: string;
  dimensions: number;
}

const batchSize = 96;
const batchTimeoutMs = 60_000;
/** Longer texts are cut for the model; chunks are shorter anyway. */
const longestTextCharacters = 24_000;

/** The installation's embedding model (EMBEDDING_MODEL), or null: then the vectors learned from the workspace's own text serve. */
function findEmbeddingModel(): string | null {
  const access = embeddingAccess();
  return access ? formatModelName(access) : null;
}

/**
 * Vectors of the texts from the installation's embedding model, in batches, retried as other calls are, counted as
 * `models.embed`. Errors: UnavailableError (no such model, or it failed), the signal's reason. Not inside a transaction.
 */
export async function embedTexts(
  ctx: WorkspaceContext,
  texts: readonly string[],
  options: { signal?: AbortSignal } = {},
): Promise<EmbeddedTexts> {
  if (isInTransaction()) throw new Error("a model is called inside a transaction, which would stay open for seconds");
  const access = embeddingAccess();
  if (!access) throw new UnavailableError("No embedding model is configured. Set EMBEDDING_MODEL and its key.");
  const vectors: number[][] = [];
  for (let from = 0; from < texts.length; from += batchSize) {
    const batch = texts.slice(from, from + batchSize).map((text) => text.slice(0, longestTextCharacters) || " ");
    vectors.push(...(await embedBatch(ctx, access, batch, options.signal)));
  }
  const dimensions = vectors[0]?.length ?? 0;
  if (vectors.some((vector) => vector.length !== dimensions)) {
    throw new UnavailableError("The embedding model answered with vectors of different lengths.");
  }
  return { vectors, model: formatModelName(access), dimensions };
}

/** An embedding model as retrieval takes it. Providers are not told a text's purpose: those we serve treat both alike. */
export interface TextEmbedder {
  model: string;
  version: number;
  dimensions: number;
  embed: (texts: readonly string[]) => Promise<number[][]>;
}

const dimensionsOf = new Map<string, number>();

/**
 * The installation's embedding model for this workspace, or null when none is configured or it cannot be reached: then the
 * vectors learned from the workspace's own text serve. Asks the model once for its number of dimensions.
 */
export async function findTextEmbedder(ctx: WorkspaceContext): Promise<TextEmbedder | null> {
  const model = findEmbeddingModel();
  if (!model) return null;
  if (!dimensionsOf.has(model)) {
    try {
      dimensionsOf.set(model, (await embedTexts(ctx, ["How many dimensions?"])).dimensions);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      logger.warn({ event: "model.embedding_unavailable", model }, "the embedding model does not answer");
      return null;
    }
  }
  const dimensions = dimensionsOf.get(model) ?? 0;
  return { model, version: 1, dimensions, embed: async (texts) => (await embedTexts(ctx, texts)).vectors };
}

async function embedBatch(
  ctx: WorkspaceContext,
  access: ModelAccess,
  batch: string[],
  caller: AbortSignal | undefined,
): Promise<number[][]> {
  const model = formatModelName(access);
  const deadline = AbortSignal.timeout(batchTimeoutMs);
  const signal = caller ? AbortSignal.any([caller, deadline]) : deadline;
  const startedMs = Date.now();
  // The installation's own endpoint: the workspace's prices are for its chat model, so only tokens are kept.
  const reservation = await reserveUsage(ctx, { judgement: "models.embed", model, queryId: null, estimateMicros: 0 });
  let outcome: CallOutcome = "ok";
  let tokens = 0;
  try {
    const attempt = async () => {
      try {
        const result = await embedMany({
          model: embeddingModel(access),
          values: batch,
          maxRetries: 0,
          abortSignal: signal,
          telemetry: { recordInputs: false, recordOutputs: false },
        });
        if (result.embeddings.length !== batch.length) throw new ModelCallError("invalid_output");
        tokens = result.usage.tokens || estimateTokens(batch.join(" "));
        return result.embeddings;
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw toModelCallError(error, "");
      }
    };
    const key = `${ctx.workspace.id} ${access.endpoint.baseUrl} ${model}`;
    return await withResilience(key, { signal, deadlineMs: startedMs + batchTimeoutMs, mayRetry: () => true }, attempt);
  } catch (error) {
    caller?.throwIfAborted();
    outcome = error instanceof ModelCallError ? error.reason : "timeout";
    throw new UnavailableError("The embedding model did not answer. It is tried again later.", { cause: error });
  } finally {
    await settleUsage(ctx, reservation, {
      outcome: caller?.aborted ? "cancelled" : outcome,
      inputTokens: tokens,
      outputTokens: 0,
      costMicros: 0,
      durationMs: Date.now() - startedMs,
      isCharged: tokens > 0,
    });
  }
}

function embeddingAccess(): ModelAccess | null {
  const name = env.EMBEDDING_MODEL ? parseModelName(env.EMBEDDING_MODEL) : null;
  if (!name) return null;
  const access = installationAccess(name, env);
  return typeof access === "string" ? null : access;
}
