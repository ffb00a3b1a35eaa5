"use client";
import { useQuery } from "@tanstack/react-query";
import { CalendarClock, Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { usePeople } from "@/components/shell/use-people";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { Subject, TaskView } from "./collaboration-types";
import { useCollaborationLive, useRefreshCollaboration } from "./use-collaboration-live";

/** What is to be done about it, by whom and until when. */
export function Tasks({ subject, dueHint }: { subject: Subject; dueHint: string | null }) {
  const { member } = useShell();
  const mayWrite = roleMay(member.role, "comments:write");
  const tasks = useQuery(useTRPC().tasks.list.queryOptions({ ...subject }));
  const [isAdding, setIsAdding] = useState(false);
  const [isAll, setIsAll] = useState(false);
  useCollaborationLive();
  const all = tasks.data?.tasks ?? [];
  const open = all.filter((task) => !task.doneAt);
  const done = all.length - open.length;
  const shown = isAll ? all : open;
  return (
    <Card
      title={open.length > 0 ? `Tasks: ${open.length} to do` : "Tasks"}
      actions={
        mayWrite ? (
          <IconButton label="Add a task" onClick={() => setIsAdding(true)}>
            <Plus aria-hidden />
          </IconButton>
        ) : null
      }
    >
      {tasks.isPending ? <Skeleton className="h-16 w-full" /> : null}
      {tasks.isError ? <p className="text-danger">{errorMessage(tasks.error)}</p> : null}
      {tasks.data && all.length === 0 && !isAdding ? (
        <p className="text-muted">Nothing to do yet: who checks the terms, who asks the buyer?</p>
      ) : null}
      <ul className="flex flex-col gap-1">
        {shown.map((task) => (
          <TaskRow key={task.id} task={task} mayWrite={mayWrite} />
        ))}
      </ul>
      {isAdding ? <NewTask subject={subject} dueHint={dueHint} onClose={() => setIsAdding(false)} /> : null}
      {done > 0 ? (
        <button
          type="button"
          aria-expanded={isAll}
          className="mt-2 text-sm text-accent hover:underline"
          onClick={() => setIsAll(!isAll)}
        >
          {isAll ? "Hide done" : `${done} done`}
        </button>
      ) : null}
    </Card>
  );
}

function TaskRow({ task, mayWrite }: { task: TaskView; mayWrite: boolean }) {
  const client = useTRPCClient();
  const refresh = useRefreshCollaboration();
  const [guess, setGuess] = useState<boolean | null>(null);
  const isDone = guess ?? task.doneAt !== null;
  const isLate = !isDone && task.dueAt !== null && Date.parse(task.dueAt) < Date.now();

  async function set(next: boolean) {
    setGuess(next);
    try {
      await client.tasks.update.mutate({ id: task.id, isDone: next });
    } catch (error) {
      toast.error("The task was not changed", { description: errorMessage(error) });
    }
    await refresh();
    setGuess(null);
  }

  async function remove() {
    try {
      await client.tasks.remove.mutate({ id: task.id });
      const { subjectKind, subjectId, title, dueAt } = task;
      const again = async () => {
        await client.tasks.add.mutate({ subjectKind, subjectId, title, dueAt, assigneeId: task.assignee?.id ?? null });
        await refresh();
      };
      toast.ok("Task removed", { action: { label: "Undo", run: () => void again() } });
    } catch (error) {
      toast.error("The task was not removed", { description: errorMessage(error) });
    }
    await refresh();
  }

  return (
    <li className="group flex min-h-8 items-start gap-2 py-0.5">
      <Checkbox
        label={`Done: ${task.title}`}
        isLabelHidden
        className="mt-0.5"
        checked={isDone}
        disabled={!mayWrite}
        onChange={(event) => void set(event.target.checked)}
      />
      <span className="min-w-0 flex-1">
        <span className={cn("wrap-anywhere", isDone && "text-subtle line-through")}>{task.title}</span>
        {task.dueAt ? (
          <span className={cn("flex items-center gap-1 text-sm", isLate ? "text-danger" : "text-subtle")}>
            <CalendarClock className="size-3.5" aria-hidden />
            {isLate ? "was due " : ""}
            <RelativeTime at={task.dueAt} />
          </span>
        ) : null}
      </span>
      {task.assignee?.name ? (
        <span data-tooltip={task.assignee.name}>
          <Avatar name={task.assignee.name} className="size-5" />
          <span className="sr-only">{task.assignee.name}</span>
        </span>
      ) : null}
      {mayWrite ? (
        <button
          type="button"
          aria-label={`Remove ${task.title}`}
          className="rounded-sm p-1 text-muted opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100"
          onClick={() => void remove()}
        >
          <Trash2 className="size-3.5" aria-hidden />
        </button>
      ) : null}
    </li>
  );
}

function NewTask({ subject, dueHint, onClose }: { subject: Subject; dueHint: string | null; onClose: () => void }) {
  const client = useTRPCClient();
  const refresh = useRefreshCollaboration();
  const { people } = usePeople();
  const [title, setTitle] = useState("");
  const [assigneeId, setAssigneeId] = useState("");
  const [due, setDue] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFailure(null);
    try {
      await client.tasks.add.mutate({
        ...subject,
        title: title.trim(),
        assigneeId: assigneeId || null,
        // The end of the day where the person is.
        dueAt: due ? new Date(`${due}T18:00`).toISOString() : null,
      });
      await refresh();
      setTitle("");
      onClose();
    } catch (error) {
      setFailure(errorMessage(error));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="mt-2 flex flex-col gap-2 border-t border-subtle pt-3">
      <Input
        aria-label="What is to be done"
        placeholder="What is to be done"
        value={title}
        maxLength={300}
        autoFocus
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      />
      <div className="flex gap-2">
        <Select
          aria-label="Who does it"
          className="min-w-0 flex-1"
          value={assigneeId}
          onChange={(event) => setAssigneeId(event.target.value)}
          options={[
            { value: "", label: "Nobody yet" },
            ...people.map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
        />
        <Input
          aria-label="Due"
          type="date"
          className="flex-1"
          value={due}
          max={dueHint?.slice(0, 10)}
          onChange={(event) => setDue(event.target.value)}
        />
      </div>
      {failure ? (
        <p role="alert" className="text-sm text-danger">
          {failure}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button size="sm" type="submit" variant="primary" isLoading={isBusy} disabled={title.trim() === ""}>
          Add task
        </Button>
      </div>
    </form>
  );
}
