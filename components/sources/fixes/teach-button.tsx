"use client";
import { useMutation } from "@tanstack/react-query";
import { MousePointerClick } from "lucide-react";
import { useRouter } from "next/navigation";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { failureWords } from "../failure-words";

interface TeachButtonProps {
  sourceId: string;
  /** The entry that is wrong; without one, the fields of the source are taught. */
  record?: { id: string; title: string };
}

/** Opens the task on which a person shows where the entries stand. Said twice, it is the same task. */
export function TeachButton({ sourceId, record }: TeachButtonProps) {
  const { workspace } = useShell();
  const router = useRouter();
  const client = useTRPCClient();
  const open = useMutation({
    mutationFn: () => client.fixTasks.open.mutate({ sourceId, ...(record ? { recordId: record.id } : {}) }),
    onSuccess: ({ id }) => router.push(`${placeHref(workspace.slug, "sources")}/fixes/${id}`),
    onError: (error) => toast.error("That could not be opened", { description: failureWords(error) }),
  });
  if (record) {
    return (
      <Button
        variant="ghost"
        size="sm"
        isLoading={open.isPending}
        aria-label={`This is wrong: ${record.title}`}
        onClick={() => open.mutate()}
      >
        This is wrong
      </Button>
    );
  }
  return (
    <Button isLoading={open.isPending} onClick={() => open.mutate()}>
      <MousePointerClick aria-hidden /> Teach fields
    </Button>
  );
}
