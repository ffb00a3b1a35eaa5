"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { count } from "../opportunity-words";
import { RemoveStageDialog } from "./remove-stage-dialog";

export interface Stage {
  key: string;
  name: string;
  cards: number;
  isArrival: boolean;
}
type Client = ReturnType<typeof useTRPCClient>;

/** The stages of the board: their names, their order, and what becomes of the cards of one that goes. */
export function PipelineSettings() {
  const { member } = useShell();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const mayManage = roleMay(member.role, "pipeline:manage");
  const stages = useQuery(trpc.pipeline.stages.queryOptions({}));
  const [removing, setRemoving] = useState<Stage | null>(null);
  const all = stages.data?.stages ?? [];

  async function act(deed: (server: Client) => Promise<unknown>, done: string): Promise<boolean> {
    try {
      await deed(client);
      await cache.invalidateQueries(trpc.pipeline.stages.pathFilter());
      await cache.invalidateQueries(trpc.opportunities.board.pathFilter());
      toast.ok(done);
      return true;
    } catch (error) {
      toast.error("The stages stay as they were", { description: errorMessage(error) });
      return false;
    }
  }
  const swap = (index: number, by: 1 | -1) => {
    const keys = all.map((stage) => stage.key);
    const [one, other] = [keys[index], keys[index + by]];
    if (one === undefined || other === undefined) return;
    keys[index] = other;
    keys[index + by] = one;
    void act((server) => server.pipeline.reorderStages.mutate({ keys }), "Stages reordered");
  };

  return (
    <>
      <PageHeader
        title="Pipeline"
        description={
          mayManage
            ? "The stages that an opportunity goes through. How it ends is recorded apart from them."
            : "The stages that an opportunity goes through. An admin or owner can change them."
        }
      />
      <Card isFlush>
        {stages.isPending ? <SkeletonRows rows={5} /> : null}
        {stages.isError ? (
          <QueryError error={stages.error} title="The stages could not be loaded." onRetry={() => stages.refetch()} />
        ) : null}
        <ol className="divide-y divide-subtle">
          {all.map((stage, index) => (
            <StageRow
              key={stage.key}
              stage={stage}
              isFirst={index === 0}
              isLast={index === all.length - 1}
              mayManage={mayManage}
              onRename={(name) =>
                act((server) => server.pipeline.renameStage.mutate({ key: stage.key, name }), "Stage renamed")
              }
              onSwap={(by) => swap(index, by)}
              onRemove={() => setRemoving(stage)}
            />
          ))}
        </ol>
        {mayManage ? (
          <NewStage onAdd={(name) => act((server) => server.pipeline.addStage.mutate({ name }), `“${name}” added`)} />
        ) : null}
      </Card>
      {removing ? (
        <RemoveStageDialog
          stage={removing}
          others={all.filter((stage) => stage.key !== removing.key)}
          onClose={() => setRemoving(null)}
          onRemove={(moveTo) =>
            act(
              (server) => server.pipeline.removeStage.mutate({ key: removing.key, moveTo }),
              `“${removing.name}” removed`,
            )
          }
        />
      ) : null}
    </>
  );
}

interface StageRowProps {
  stage: Stage;
  isFirst: boolean;
  isLast: boolean;
  mayManage: boolean;
  onRename: (name: string) => Promise<boolean>;
  onSwap: (by: 1 | -1) => void;
  onRemove: () => void;
}

function StageRow({ stage, isFirst, isLast, mayManage, onRename, onSwap, onRemove }: StageRowProps) {
  const [name, setName] = useState<string | null>(null);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (name === null || name.trim() === "" || name.trim() === stage.name) return setName(null);
    if (await onRename(name.trim())) setName(null);
  }
  return (
    <li className="flex min-h-11 items-center gap-2 px-4 py-1">
      {name === null ? (
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
          <span className="max-w-full truncate font-medium">{stage.name}</span>
          {stage.isArrival ? <Badge>what is found arrives here</Badge> : null}
          <span className="text-sm text-subtle tabular-nums">{count(stage.cards, "opportunity", "opportunities")}</span>
        </span>
      ) : (
        <form onSubmit={submit} className="flex min-w-0 flex-1 gap-2">
          <Input
            aria-label="Name of the stage"
            value={name}
            maxLength={60}
            autoFocus
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === "Escape" && setName(null)}
          />
          <Button type="submit" variant="primary">
            Save
          </Button>
        </form>
      )}
      {mayManage && name === null ? (
        <>
          <IconButton label={`Move ${stage.name} up`} disabled={isFirst} onClick={() => onSwap(-1)}>
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton label={`Move ${stage.name} down`} disabled={isLast} onClick={() => onSwap(1)}>
            <ArrowDown aria-hidden />
          </IconButton>
          <IconButton label={`Rename ${stage.name}`} onClick={() => setName(stage.name)}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton
            label={stage.isArrival ? "What is found arrives here: it cannot be removed" : `Remove ${stage.name}`}
            disabled={stage.isArrival}
            onClick={onRemove}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </>
      ) : null}
    </li>
  );
}

function NewStage({ onAdd }: { onAdd: (name: string) => Promise<boolean> }) {
  const [name, setName] = useState("");
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await onAdd(name.trim())) setName("");
  }
  return (
    <form onSubmit={submit} className="flex gap-2 border-t border-subtle px-4 py-3">
      <Input
        aria-label="Name of a new stage"
        placeholder="New stage"
        className="max-w-60"
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={name.trim() === ""}>
        Add stage
      </Button>
    </form>
  );
}
