"use client";
import { useEffect, useRef } from "react";
import type { UploadItem } from "@/components/library/upload/upload-queue.logic";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";

// Outlives the screen, as the queues do: what was named once must not start a second reading when somebody comes back.
const adoptedOf = new Map<string, Set<number>>();

/** Once all files of a turn are stored, they are named to the opportunity, and the reading of the whole begins. */
export function useAdoptUploads(opportunityId: string, items: readonly UploadItem[], onAdopted: () => void): void {
  const client = useTRPCClient();
  const told = useRef(onAdopted);
  told.current = onAdopted;
  useEffect(() => {
    if (items.some(({ state }) => state === "waiting" || state === "sending")) return;
    const adopted = adoptedOf.get(opportunityId) ?? new Set();
    adoptedOf.set(opportunityId, adopted);
    const fresh = items.filter(({ id, state }) => state === "stored" && !adopted.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) adopted.add(id);
    const documentIds = [...new Set(fresh.flatMap(({ stored }) => (stored ? [stored.documentId] : [])))];
    client.opportunities.addDocuments
      .mutate({ id: opportunityId, documentIds })
      .then(() => told.current())
      .catch((error: unknown) => {
        for (const { id } of fresh) adopted.delete(id);
        toast.error("The files were stored, but not added to the opportunity", { description: errorMessage(error) });
      });
  }, [client, items, opportunityId]);
}
