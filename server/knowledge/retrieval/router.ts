import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { searchInput, searchOutput } from "./schemas";
import { search } from "./search";

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
        results: answer.results.map(({ page, start, end, highlights, ...result }) => ({
          ...result,
          locator: { page, start, end },
          highlight: highlights,
        })),
        total: answer.total,
        facets: answer.facets,
        suggestion: answer.suggestion ?? null,
      };
    }),
});
