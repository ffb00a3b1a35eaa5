"use client";
import { Check } from "lucide-react";
import { useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { fileNameOf } from "@/lib/file-name";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { AmendmentSummary } from "../opportunity-types";
import { useUpdateOpportunities } from "../use-update-opportunities";
import { AmendmentItems } from "./amendment-items";
import { ChangeCounts } from "./change-counts";

interface AmendmentCardProps {
  amendment: AmendmentSummary;
  /** Of the document that brought it: three addenda may all be titled "Addendum". */
  path: string | null;
  isOpen: boolean;
  onOpen: () => void;
}

/** What the buyer changed with one paper or notice: in a sentence, in figures, and line by line once it is opened. */
export function AmendmentCard({ amendment, path, isOpen, onOpen }: AmendmentCardProps) {
  return (
    <Card
      title={titleOf(amendment)}
      isFlush
      description={<About amendment={amendment} path={path} />}
      actions={<Approval amendment={amendment} />}
    >
      <div className="flex flex-col gap-2 px-4 py-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ChangeCounts counts={amendment.counts} />
          {isOpen ? null : (
            <Button size="sm" onClick={onOpen}>
              Show the changes
            </Button>
          )}
        </div>
        <p className="wrap-anywhere">{amendment.summary}</p>
      </div>
      {isOpen ? <AmendmentItems id={amendment.id} opportunityId={amendment.opportunityId} /> : null}
    </Card>
  );
}

function About({ amendment, path }: Pick<AmendmentCardProps, "amendment" | "path">) {
  const fileName = path && fileNameOf(path);
  return (
    <span className="flex flex-wrap gap-x-2">
      {fileName && fileName !== amendment.document?.title ? <span className="wrap-anywhere">{fileName}</span> : null}
      <RelativeTime at={amendment.createdAt} />
      {amendment.isAddendum ? <span>Adds to the other papers, which stand as they were.</span> : null}
      {amendment.reviewedBy && amendment.reviewedAt ? (
        <span>
          Approved by {amendment.reviewedBy.name} <RelativeTime at={amendment.reviewedAt} />
        </span>
      ) : null}
    </span>
  );
}

/** Whether somebody has looked through it. Approving changes nothing in the requirements: they follow the buyer's papers already. */
function Approval({ amendment: { id, state } }: { amendment: AmendmentSummary }) {
  const { member } = useShell();
  const update = useUpdateOpportunities();
  const [isBusy, setIsBusy] = useState(false);
  const isWaiting = state === "to_review";

  async function approve() {
    setIsBusy(true);
    await update({
      done: "Amendment approved",
      run: (client) => client.amendments.approve.mutate({ id }),
      undo: (client) => client.amendments.approve.mutate({ id, isApproved: false }),
    });
    setIsBusy(false);
  }

  return (
    <span className="flex items-center gap-2">
      <Badge meaning={isWaiting ? "attention" : "ok"}>{isWaiting ? "To approve" : "Approved"}</Badge>
      {isWaiting && roleMay(member.role, "opportunities:write") ? (
        <Button
          size="sm"
          variant="primary"
          isLoading={isBusy}
          data-tooltip="I have looked through it: it leaves what is to be settled"
          onClick={() => void approve()}
        >
          <Check aria-hidden /> Approve
        </Button>
      ) : null}
    </span>
  );
}

function titleOf({ document, isAddendum }: AmendmentSummary): string {
  if (!document) return "New notice";
  return isAddendum ? `What “${document.title}” adds and changes` : `New version of ${document.title}`;
}
