"use client";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import type { PickedFile } from "@/components/library/upload/collect-files";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";
import { importName } from "./import-name.logic";
import { queueFor } from "./imports";

/** Dropped files become an opportunity: it is there at once, its page shows how far the reading is. */
export function useImport() {
  const { workspace } = useShell();
  const client = useTRPCClient();
  const router = useRouter();
  const [isStarting, setIsStarting] = useState(false);
  const start = useCallback(
    async (files: readonly PickedFile[]) => {
      if (files.length === 0) return;
      setIsStarting(true);
      try {
        const begun = await client.opportunities.beginImport.mutate({
          name: importName(files.map(({ path }) => path)),
        });
        queueFor(workspace.slug, begun.id).add(files, begun.collectionId);
        router.push(`${placeHref(workspace.slug, "opportunities")}/${begun.id}`);
      } catch (error) {
        toast.error("The files were not taken", { description: errorMessage(error) });
      } finally {
        setIsStarting(false);
      }
    },
    [client, router, workspace.slug],
  );
  return { start, isStarting };
}
