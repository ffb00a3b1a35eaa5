"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { ChangesPanel } from "./changes-panel";

/** The same question as the badge of the sidebar asks, so that both are answered at once. */
const fewest = { limit: 1 };

export function ChangesScreen() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const about = useQuery(trpc.changes.list.queryOptions(fewest));
  const markSeen = useMutation(
    trpc.changes.markSeen.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries(trpc.changes.pathFilter());
        toast.ok("All changes are marked as seen");
      },
    }),
  );
  const newest = about.data?.changes[0];
  const unseen = about.data?.unseen ?? 0;
  return (
    <Page>
      <PageHeader
        title="Changes"
        description={
          about.data ? (
            <Since unseen={unseen} seenUntil={about.data.seenUntil} />
          ) : (
            "What changed on watched pages since you last looked"
          )
        }
        actions={
          newest && unseen > 0 ? (
            <Button
              variant="primary"
              isLoading={markSeen.isPending}
              // Not "now": what a run finds while this is pressed has not been seen.
              onClick={() => markSeen.mutate({ until: newest.detectedAt })}
            >
              <CheckCheck aria-hidden /> Mark all as seen
            </Button>
          ) : null
        }
      />
      {markSeen.isError ? (
        <p role="alert" className="text-danger">
          {errorMessage(markSeen.error)}
        </p>
      ) : null}
      <ChangesPanel />
    </Page>
  );
}

function Since({ unseen, seenUntil }: { unseen: number; seenUntil: string | null }) {
  const changes = `${unseen.toLocaleString("en")} ${unseen === 1 ? "change" : "changes"}`;
  if (!seenUntil) return <>{unseen === 0 ? "Nothing has changed on watched pages yet" : `${changes}, none seen yet`}</>;
  return (
    <>
      {unseen === 0 ? "Nothing new" : changes} since you last looked; seen up to <RelativeTime at={seenUntil} />
    </>
  );
}
