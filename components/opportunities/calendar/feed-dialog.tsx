"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";

/** An address that a calendar reads by itself. It is shown once; whoever has it sees what its person may see. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const feeds = useQuery(trpc.calendar.feeds.queryOptions({}));
  const refresh = () => cache.invalidateQueries(trpc.calendar.feeds.pathFilter());
  const create = useMutation(trpc.calendar.createFeed.mutationOptions({ onSuccess: refresh }));
  const revoke = useMutation(trpc.calendar.revokeFeed.mutationOptions({ onSuccess: refresh }));
  const working = feeds.data?.feeds.filter((feed) => !feed.revokedAt) ?? [];
  return (
    <Dialog
      title="Subscribe to the calendar"
      description="Deadlines and your tasks in your own calendar, kept up to date by itself."
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" isLoading={create.isPending} onClick={() => create.mutate({})}>
            Make an address
          </Button>
        </>
      }
    >
      {create.data ? (
        <div className="mb-4 flex flex-col gap-2 rounded-md border border-accent bg-accent-soft p-3">
          <p className="font-medium">Copy this address now: it is not shown again.</p>
          <Code text={create.data.address} label="Copy the address" />
          <p className="text-sm text-muted">
            In your calendar, choose to add a calendar “from the internet” or “by URL”. Whoever has the address sees
            what you may see here; take it back below when it got into the wrong hands.
          </p>
        </div>
      ) : null}
      {[create.error, revoke.error].map((error) =>
        error ? (
          <p key={error.message} role="alert" className="mb-3 text-danger">
            {errorMessage(error)}
          </p>
        ) : null,
      )}
      {feeds.isPending ? <SkeletonRows rows={2} /> : null}
      {feeds.isError ? <p className="text-danger">{errorMessage(feeds.error)}</p> : null}
      {feeds.data && working.length === 0 && !create.data ? (
        <p className="pb-2 text-muted">No address has been made yet.</p>
      ) : null}
      <ul className="divide-y divide-subtle">
        {working.map((feed) => (
          <FeedRow
            key={feed.id}
            feed={feed}
            onStop={async () => {
              await revoke.mutateAsync({ id: feed.id });
              // What does not work any more is not there to be copied.
              if (create.data?.id === feed.id) create.reset();
              toast.ok("The address is stopped");
            }}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface FeedRowProps {
  feed: { createdAt: string; lastReadAt: string | null };
  onStop: () => Promise<unknown>;
}

/** A stopped address never works again, so it is asked for twice. */
function FeedRow({ feed, onStop }: FeedRowProps) {
  const [isAsking, setIsAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  if (isAsking) {
    return (
      <li className="flex min-h-row flex-wrap items-center gap-2 py-1">
        <span className="min-w-0 flex-1 basis-48 text-attention">
          Calendars that follow it get nothing any more, and it cannot be brought back.
        </span>
        <Button ref={keep} size="sm" onClick={() => setIsAsking(false)}>
          Keep
        </Button>
        <Button size="sm" variant="danger" onClick={() => void onStop().catch(() => setIsAsking(false))}>
          Stop the address
        </Button>
      </li>
    );
  }
  return (
    <li className="flex min-h-row items-center gap-3 py-1">
      <span className="min-w-0 flex-1">
        Made <RelativeTime at={feed.createdAt} />
        <span className="text-muted">
          {feed.lastReadAt ? (
            <>
              , last read <RelativeTime at={feed.lastReadAt} />
            </>
          ) : (
            ", never read"
          )}
        </span>
      </span>
      <IconButton label="Stop this address" onClick={() => setIsAsking(true)}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}
