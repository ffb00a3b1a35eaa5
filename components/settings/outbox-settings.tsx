"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { Mail } from "lucide-react";
import { QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Toolbar } from "@/components/ui/page-layout";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchField } from "@/components/ui/search-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useUrlState } from "@/components/ui/use-url-state";
import type { AppRouter } from "@/server/composition/router";

type OutgoingMail = inferRouterOutputs<AppRouter>["identity"]["listOutgoingMails"]["mails"][number];

const pageSize = 25;
const defaults = { q: "", page: 1 };

/** The installation's mails, readable, so that links reach people also where no mail server is set up. */
export function OutboxSettings() {
  const trpc = useTRPC();
  const [{ q, page }, setState] = useUrlState(defaults);
  const outbox = useQuery(
    trpc.identity.listOutgoingMails.queryOptions(
      { ...(q ? { q } : {}), limit: pageSize, offset: (page - 1) * pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      <PageHeader
        title="Outbox"
        description="Mails of the whole installation. Without a mail server (SMTP_URL) they wait here to be passed on by hand; once there is one, those that are still good go out by themselves."
      />
      <Toolbar>
        <SearchField
          label="Search the outbox"
          placeholder="Recipient or subject"
          value={q}
          onChange={(next) => setState({ q: next, page: 1 })}
          className="w-full sm:w-80"
        />
      </Toolbar>
      <Card isFlush>
        {outbox.isPending ? <SkeletonRows rows={4} /> : null}
        {outbox.error ? (
          <QueryError error={outbox.error} title="The outbox could not be loaded." onRetry={() => outbox.refetch()} />
        ) : null}
        {outbox.data?.total === 0 ? (
          <EmptyState
            icon={Mail}
            title={q ? `Nothing matches "${q}".` : "Invitations and password links appear here."}
          />
        ) : null}
        <ul>
          {outbox.data?.mails.map((mail) => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </ul>
        {outbox.data && outbox.data.total > pageSize ? (
          <Pagination
            page={page}
            pageSize={pageSize}
            total={outbox.data.total}
            noun="mails"
            onPage={(next) => setState({ page: next }, { isStep: true })}
          />
        ) : null}
      </Card>
    </>
  );
}

function MailRow({ mail }: { mail: OutgoingMail }) {
  return (
    <li className="border-b border-subtle last:border-b-0">
      <details>
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-hover">
          <span className="min-w-0 flex-1 basis-60">
            <span className="block truncate font-medium">{mail.subject}</span>
            <span className="text-sm text-muted">
              to {mail.recipient} · <RelativeTime at={mail.createdAt} />
            </span>
          </span>
          <MailState mail={mail} />
        </summary>
        {mail.lastError && !mail.sentAt ? (
          <p className="px-4 pb-2 text-sm text-danger wrap-anywhere">
            {mail.attempts === 1 ? "Tried once" : `Tried ${mail.attempts} times`}, and again by itself for about a day
            after it was written; then it waits under System. At last: {mail.lastError}
          </p>
        ) : null}
        {mail.isLapsed ? (
          <p className="px-4 pb-2 text-sm text-muted">
            Not sent any more: its link was used, withdrawn or is over, or it is old news. Who still needs it asks, or
            is invited, again.
          </p>
        ) : null}
        <pre className="mx-4 mb-3 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
          {mail.body}
        </pre>
      </details>
    </li>
  );
}

function MailState({ mail }: { mail: OutgoingMail }) {
  if (mail.sentAt) return <Badge meaning="ok">sent</Badge>;
  if (mail.isLapsed) return <Badge meaning="neutral">lapsed</Badge>;
  if (mail.lastError) return <Badge meaning="danger">not taken yet</Badge>;
  return <Badge meaning="attention">waiting</Badge>;
}
