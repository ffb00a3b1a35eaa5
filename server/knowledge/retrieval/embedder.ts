import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** A model that turns texts into vectors, local or at a provider. Vectors are made to unit length when they are stored. */
export interface Embedder {
  model: string;
  version: number;
  dimensions: number;
  embed(texts: readonly string[], purpose: "document" | "query"): Promise<readonly (readonly number[])[]>;
}

type FindEmbedder = (ctx: WorkspaceContext) => Promise<Embedder | null>;
// Route bundles and instrumentation are separate module instances of one process and must share the choice.
const holder = globalThis as typeof globalThis & { outriderFindEmbedder?: FindEmbedder };

/** Told once by the composition which embedding model a workspace uses; without one vectors are learned from its own text. */
export function chooseEmbedders(findForWorkspace: FindEmbedder): void {
  holder.outriderFindEmbedder = findForWorkspace;
}

export async function findEmbedder(ctx: WorkspaceContext): Promise<Embedder | null> {
  return holder.outriderFindEmbedder?.(ctx) ?? null;
}
