"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useCollaborationLive, useRefreshCollaboration } from "@/components/collaboration/use-collaboration-live";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";

/** What this person has to do, whatever it is about. */
export function MyTasks() {
  const { workspace } = useShell();
  const client = useTRPCClient();
  const refresh = useRefreshCollaboration();
  const tasks = useQuery(useTRPC().tasks.mine.queryOptions({ limit: 20 }));
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  useCollaborationLive();
  const all = tasks.data?.tasks ?? [];

  async function finish(id: string, isDone: boolean) {
    setDone((before) => new Set(isDone ? [...before, id] : [...before].filter((one) => one !== id)));
    try {
      await client.tasks.update.mutate({ id, isDone });
      if (isDone) toast.ok("Done", { action: { label: "Undo", run: () => void finish(id, false) } });
    } catch (error) {
      toast.error("The task was not changed", { description: errorMessage(error) });
    }
    await refresh();
  }

  return (
    <Card title={all.length > 0 ? `My tasks: ${all.length}` : "My tasks"}>
      {tasks.isPending ? <Skeleton className="h-20 w-full" /> : null}
      {tasks.isError ? <p className="text-danger">{errorMessage(tasks.error)}</p> : null}
      {tasks.data && all.length === 0 ? <p className="text-muted">Nothing is assigned to you.</p> : null}
      <ul className="flex flex-col gap-1.5">
        {all.map((task) => (
          <li key={task.id} className="flex items-start gap-2">
            <Checkbox
              label={`Done: ${task.title}`}
              isLabelHidden
              className="mt-0.5"
              checked={done.has(task.id)}
              onChange={(event) => void finish(task.id, event.target.checked)}
            />
            <span className="min-w-0 flex-1">
              <Link href={`/${workspace.slug}${task.path}`} className="block wrap-anywhere hover:underline">
                {task.title}
              </Link>
              <span className="block truncate text-sm text-subtle">
                {task.dueAt ? <RelativeTime at={task.dueAt} /> : "no date"}
                {task.subjectTitle ? `, ${task.subjectTitle}` : ""}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
