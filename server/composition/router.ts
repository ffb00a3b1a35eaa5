import { askRouter } from "@/server/ask/router";
import { identityRouter } from "@/server/identity/router";
import { collectionsRouter } from "@/server/knowledge/collections/router";
import { documentsRouter } from "@/server/knowledge/documents/router";
import { searchRouter } from "@/server/knowledge/retrieval/router";
import { router } from "@/server/trpc/procedures";
import { workspacesRouter } from "@/server/workspaces/router";

/** Every procedure of the product, by domain. Pages, REST and the command line all end here. */
export const appRouter = router({
  ask: askRouter,
  collections: collectionsRouter,
  documents: documentsRouter,
  identity: identityRouter,
  search: searchRouter,
  workspaces: workspacesRouter,
});
export type AppRouter = typeof appRouter;
