import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { searchInput, searchOutput, similarInput, similarOutput } from "./schemas";
import { type SearchResult, search } from "./search";
import { similarChunks } from "./similar-chunks";

export const searchRouter = router({
  query: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/search", tags: ["search"], summary: "Search the library" } })
    .input(searchInput)
    .output(searchOutput)
    .query(async ({ ctx, input }) => {
      const { text, limit, offset, collectionId, documentId, kind, tag, language, from, to } = input;
      const answer = await search(ctx.workspace, {
        text,
        limit,
        offset,
        filters: {
          ...(collectionId ? { collectionIds: [collectionId] } : {}),
          ...(documentId ? { documentIds: [documentId] } : {}),
          ...(kind ? { kinds: [kind] } : {}),
          ...(tag ? { tags: [tag] } : {}),
          ...(language ? { languages: [language] } : {}),
          ...(from ? { from: new Date(`${from}T00:00:00Z`) } : {}),
          ...(to ? { to: new Date(`${to}T23:59:59.999Z`) } : {}),
        },
      });
      return {
        results: answer.results.map(toOutput),
        total: answer.total,
        facets: answer.facets,
        suggestion: answer.suggestion ?? null,
      };
    }),
  similar: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/search/similar", tags: ["search"], summary: "Find passages like one" } })
    .input(similarInput)
    .output(similarOutput)
    .query(async ({ ctx, input }) => {
      const results = await similarChunks(ctx.workspace, input.chunkId, { limit: input.limit });
      return { results: results.map(toOutput) };
    }),
});

function toOutput({ page, start, end, highlights, ...result }: SearchResult) {
  return { ...result, locator: { page, start, end }, highlight: highlights };
}
