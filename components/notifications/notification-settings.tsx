"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";

/** How one wants to be told besides the bell. */
export function NotificationSettings() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const settings = useQuery(trpc.notifications.settings.queryOptions());
  // At once, and not when the mutation is drawn: in between the box would jump back.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const update = useMutation(
    trpc.notifications.updateSettings.mutationOptions({
      onSuccess: (saved) => {
        cache.setQueryData(trpc.notifications.settings.queryKey(), saved);
        toast.ok(saved.hasMailDigest ? "The daily mail is on" : "The daily mail is off");
      },
      onError: (error) => toast.error("This was not saved", { description: errorMessage(error) }),
      onSettled: () => setWanted(null),
    }),
  );
  return (
    <>
      <PageHeader title="Notifications" description="How you are told, besides the bell. Each member decides alone." />
      {settings.isPending ? <SkeletonRows rows={3} /> : null}
      {settings.isError ? (
        <QueryError
          error={settings.error}
          title="Your settings could not be loaded."
          onRetry={() => settings.refetch()}
        />
      ) : null}
      {settings.data ? (
        <Card
          title="Daily mail"
          description="One mail a day with new opportunities of your saved searches, what buyers moved or changed, and what is due within a week. On a day without any of it there is none."
        >
          <div className="flex max-w-160 flex-col gap-3">
            <Checkbox
              label={`Send it to ${settings.data.email}`}
              checked={wanted ?? settings.data.hasMailDigest}
              aria-busy={update.isPending}
              onChange={(event) => {
                setWanted(event.target.checked);
                update.mutate({ hasMailDigest: event.target.checked });
              }}
            />
            <p className="text-sm text-muted">
              It is written at 08:00 {settings.data.timeZone ? `in ${settings.data.timeZone}` : "UTC"}
              {settings.data.timeZone
                ? ", the time zone of the browser that you used last."
                : ", until your browser has told its time zone."}{" "}
              Each mail has a link that stops it without signing in.
            </p>
            {settings.data.isMailSent ? null : (
              <p className="rounded-md bg-attention-soft px-3 py-2 text-attention">
                This installation has no mail server, so mails stay in the operator's outbox.
              </p>
            )}
          </div>
        </Card>
      ) : null}
    </>
  );
}
