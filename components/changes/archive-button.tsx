"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Archive, ArchiveRestore } from "lucide-react";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { failureWords } from "@/components/sources/failure-words";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { ChangeView } from "./change-types";

/** Puts a change out of everybody's list, or back; until then both of its revisions are kept. */
export function ArchiveButton({ change }: { change: ChangeView }) {
  const { member } = useShell();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const archive = useMutation({
    mutationFn: (isArchived: boolean) => client.changes.archive.mutate({ ids: [change.id], isArchived }),
    onSuccess: async (_, isArchived) => {
      await cache.invalidateQueries(trpc.changes.pathFilter());
      if (isArchived)
        toast.ok("Change archived", { action: { label: "Undo", run: () => void archive.mutateAsync(false) } });
    },
    onError: (error) => toast.error("The change stayed where it was", { description: failureWords(error) }),
  });
  if (!roleMay(member.role, "sources:scan")) return null;
  return (
    <Button isLoading={archive.isPending} onClick={() => archive.mutate(!change.isArchived)}>
      {change.isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
      {change.isArchived ? "Back into the list" : "Archive"}
    </Button>
  );
}
