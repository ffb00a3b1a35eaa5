"use client";
import { useCallback } from "react";
import type { PickedFile } from "@/components/library/upload/collect-files";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";
import type { OpportunityView } from "../opportunity-types";
import { queueFor } from "./imports";
import { versionPaths } from "./version-paths.logic";

/** Further files for an opportunity; under the name of a document that it has already, a file is a new version. */
export function useAddFiles({
  id: opportunityId,
  documents,
}: Pick<OpportunityView, "id" | "documents">): (files: readonly PickedFile[]) => Promise<void> {
  const { workspace } = useShell();
  const client = useTRPCClient();
  return useCallback(
    async (files) => {
      if (files.length === 0) return;
      try {
        const { collectionId } = await client.opportunities.prepareUpload.mutate({ id: opportunityId });
        queueFor(workspace.slug, opportunityId).add(versionPaths(files, documents), collectionId);
      } catch (error) {
        toast.error("The files were not taken", { description: errorMessage(error) });
      }
    },
    [client, documents, opportunityId, workspace.slug],
  );
}
