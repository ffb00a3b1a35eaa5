"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { SeverityMark } from "@/components/changes/severity";
import { useLive } from "@/components/shell/live";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";

const newest = { unseen: true, limit: 5 };

/** What changed on watched pages since this person last looked. */
export function NewChanges() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { workspace } = useShell();
  const changes = useQuery(trpc.changes.list.queryOptions(newest));
  useLive(({ kind }) => {
    if (kind === "change" || kind === "reset") void queryClient.invalidateQueries(trpc.changes.list.queryFilter());
  });
  return (
    <Card title="Changes on watched pages" isFlush>
      {changes.isPending ? (
        <SkeletonRows rows={2} />
      ) : changes.isError ? (
        <QueryError error={changes.error} title="Changes could not be loaded." onRetry={() => changes.refetch()} />
      ) : changes.data.changes.length === 0 ? (
        <p className="px-4 py-3 text-muted">
          Nothing that you have not seen.{" "}
          <Link className="text-accent underline" href={placeHref(workspace.slug, "sources")}>
            What is watched
          </Link>
        </p>
      ) : (
        <ul>
          {changes.data.changes.map((change) => (
            <li key={change.id} className="border-b border-subtle last:border-0">
              <Link
                href={`${placeHref(workspace.slug, "changes")}/${change.id}`}
                className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover"
              >
                <span className="min-w-0 flex-1 basis-60 wrap-anywhere">{change.summary}</span>
                <SeverityMark severity={change.severity} />
                <span className="text-sm text-subtle">
                  <RelativeTime at={change.detectedAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
