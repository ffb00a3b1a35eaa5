import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { findEmbedder } from "./embedder";
import { toUnitLength } from "./vectors";

/** The query in the provider's space; null when the workspace has none or it does not answer (words and learned text still do). */
export async function embedQuery(
  ctx: WorkspaceContext,
  text: string,
): Promise<{ model: string; version: number; vector: Float32Array } | null> {
  const embedder = await findEmbedder(ctx);
  if (!embedder) return null;
  try {
    const [vector] = await embedder.embed([text], "query");
    return vector
      ? { model: embedder.model, version: embedder.version, vector: toUnitLength(Float32Array.from(vector)) }
      : null;
  } catch {
    // A search without the provider is worse, not wrong.
    return null;
  }
}
