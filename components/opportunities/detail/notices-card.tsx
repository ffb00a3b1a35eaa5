"use client";
import Link from "next/link";
import { useState } from "react";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { safeHref } from "@/lib/safe-href";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { NoticeView, OpportunityView } from "../opportunity-types";
import { count, noticeTypeWords, schemeWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";
import { matchedWords } from "./matched-words.logic";

/** Every publication about it: where it was seen, and why it is taken to be about the same tender. */
export function NoticesCard({ opportunity }: { opportunity: OpportunityView }) {
  const { notices } = opportunity;
  if (notices.length === 0) return null;
  return (
    <Card title="Notices" description={`${count(notices.length, "publication")} about this tender`} isFlush>
      <ul className="divide-y divide-subtle">
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} opportunity={opportunity} maySplit={notices.length > 1} />
        ))}
      </ul>
    </Card>
  );
}

interface NoticeRowProps {
  notice: NoticeView;
  opportunity: OpportunityView;
  maySplit: boolean;
}

function NoticeRow({ notice, opportunity, maySplit }: NoticeRowProps) {
  const { workspace, member } = useShell();
  const update = useUpdateOpportunities();
  const [isSplitting, setIsSplitting] = useState(false);
  const href = notice.url ? safeHref(notice.url) : null;
  const title = notice.title ?? notice.url ?? "Without a title";
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge meaning={notice.type === "cancellation" ? "danger" : "neutral"}>{noticeTypeWords[notice.type]}</Badge>
        <span className="min-w-0 flex-1 basis-60 truncate font-medium" title={title}>
          {notice.documentId ? (
            <Link href={`${placeHref(workspace.slug, "library")}/${notice.documentId}`} className="hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </span>
        <span className="text-sm text-muted">
          {notice.source ? (
            <Link href={`${placeHref(workspace.slug, "sources")}/${notice.source.id}`} className="hover:underline">
              {notice.source.name}
            </Link>
          ) : (
            schemeWords[notice.scheme]
          )}
        </span>
        <span className="text-sm text-subtle">
          {notice.publishedAt ? (
            <>
              published <RelativeTime at={notice.publishedAt} />
            </>
          ) : (
            <>
              read <RelativeTime at={notice.readAt} />
            </>
          )}
        </span>
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer" className="text-sm text-accent hover:underline">
            Open at its source
          </a>
        ) : null}
        {maySplit && roleMay(member.role, "opportunities:write") ? (
          <Button size="sm" variant="ghost" onClick={() => setIsSplitting(true)}>
            Not the same
          </Button>
        ) : null}
      </div>
      {notice.rationale ? <p className="text-sm wrap-anywhere">{notice.rationale}</p> : null}
      <p className="text-sm text-subtle wrap-anywhere">{matchedWords(notice.matchedBy)}</p>
      <ConfirmDialog
        isOpen={isSplitting}
        onOpenChange={setIsSplitting}
        title="Make this notice an opportunity of its own?"
        description="It leaves this opportunity with what it alone states and the papers that it alone brought. The two can be merged again."
        action="Split it off"
        onConfirm={async () => {
          let split: string | null = null;
          await update({
            done: "The notice stands on its own now",
            run: async (client) => {
              split = (await client.opportunities.splitNotice.mutate({ noticeId: notice.id })).opportunityId;
            },
            undo: async (client) => {
              if (split) await client.opportunities.merge.mutate({ fromId: split, intoId: opportunity.id });
            },
          });
        }}
      />
    </li>
  );
}
