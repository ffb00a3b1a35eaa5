"use client";
import { Pause, Pencil, Play, RefreshCw, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { nothingYet } from "@/components/ui/nothing-yet";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { isLive } from "./run-result";
import type { SourceView } from "./source-types";
import { useChangeSources } from "./use-change-sources";

const DeleteSourcesDialog = dynamic(
  () => import("./delete-sources-dialog").then((module) => module.DeleteSourcesDialog),
  { loading: nothingYet },
);

export function SourceActions({ source, onEdit }: { source: SourceView; onEdit: () => void }) {
  const { workspace, member } = useShell();
  const router = useRouter();
  const change = useChangeSources();
  const [busy, setBusy] = useState<"scan" | "pause" | null>(null);
  const [isDeleting, setIsDeleting] = useState(false);
  const isPaused = source.status === "paused";
  const isRunning = source.runs.some((run) => isLive(run));

  async function run(what: "scan" | "pause", act: () => Promise<void>, failure: string) {
    setBusy(what);
    try {
      await act();
    } catch (error) {
      toast.error(failure, { description: error instanceof Error ? error.message : undefined });
    } finally {
      setBusy(null);
    }
  }
  const setPaused = (next: boolean) =>
    change([source], (client) => client.sources.update.mutate({ id: source.id, paused: next }));

  function togglePause() {
    return run(
      "pause",
      async () => {
        await setPaused(!isPaused);
        const undo = { label: "Undo", run: () => void setPaused(isPaused) };
        toast.ok(isPaused ? "Watched again" : "Paused: it is read only when you ask", { action: undo });
      },
      "That did not work",
    );
  }

  return (
    <>
      {roleMay(member.role, "sources:manage") ? (
        <>
          <Button isLoading={busy === "pause"} onClick={togglePause}>
            {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
            {isPaused ? "Resume" : "Pause"}
          </Button>
          <MoreMenu>
            <MenuItem onSelect={onEdit}>
              <Pencil aria-hidden /> Edit
            </MenuItem>
            <MenuSeparator />
            <MenuItem isDanger onSelect={() => setIsDeleting(true)}>
              <Trash2 aria-hidden /> Delete
            </MenuItem>
          </MoreMenu>
        </>
      ) : null}
      {roleMay(member.role, "sources:scan") ? (
        <Button
          variant="primary"
          isLoading={busy === "scan"}
          disabled={isRunning}
          onClick={() =>
            run(
              "scan",
              () => change([source], (client) => client.sources.scan.mutate({ id: source.id })),
              "The scan was not started",
            )
          }
        >
          <RefreshCw aria-hidden /> Scan now
        </Button>
      ) : null}
      {isDeleting ? (
        <DeleteSourcesDialog
          rows={[source]}
          onClose={() => setIsDeleting(false)}
          onDone={() => router.push(placeHref(workspace.slug, "sources"))}
        />
      ) : null}
    </>
  );
}
