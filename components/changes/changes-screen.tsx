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
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { ChangesPanel } from "./changes-panel";

/** The same question as the badge of the sidebar asks, so that both are answered at once. */
const fewest = { limit: 1 };

export function ChangesScreen() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  // The sidebar asks first: its answer may be there before this screen is drawn for the first time.
  const isHydrated = useIsHydrated();
  const asked = useQuery(trpc.changes.list.queryOptions(fewest));
  const about = isHydrated ? asked.data : undefined;
  const markSeen = useMutation(
    trpc.changes.markSeen.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries(trpc.changes.pathFilter());
        toast.ok("All changes are marked as seen");
      },
    }),
  );
  const newest = about?.changes[0];
  const unseen = about?.unseen ?? 0;
  return (
    <Page>
      <PageHeader
        title="Changes"
        description={
          about ? (
            <Since unseen={unseen} seenUntil={about.seenUntil} />
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
