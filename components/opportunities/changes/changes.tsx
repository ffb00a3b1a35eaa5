"use client";
import { FileDiff } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { useUrlState } from "@/components/ui/use-url-state";
import { ReopenedCard } from "../detail/reopened-card";
import type { OpportunityView } from "../opportunity-types";
import { AmendmentCard } from "./amendment-card";
import { CompareVersions } from "./compare-versions";

const defaults = { amendment: "" };

/** What the buyer changed after the fact: each amendment to look through and approve, and any two versions beside each other. */
export function Changes({ opportunity }: { opportunity: OpportunityView }) {
  const [{ amendment: chosen }, setState] = useUrlState(defaults);
  const { amendments } = opportunity;
  const open = chosen || amendments.find((one) => one.state === "to_review")?.id || amendments[0]?.id || "";
  return (
    <>
      <ReopenedCard opportunity={opportunity} />
      {amendments.length === 0 ? (
        <NothingAmended isReading={opportunity.isReading} isShort={opportunity.documents.length > 1} />
      ) : (
        amendments.map((amendment) => (
          <AmendmentCard
            key={amendment.id}
            amendment={amendment}
            path={opportunity.documents.find((one) => one.documentId === amendment.document?.id)?.path ?? null}
            isOpen={amendment.id === open}
            onOpen={() => setState({ amendment: amendment.id })}
          />
        ))
      )}
      <CompareVersions opportunity={opportunity} />
    </>
  );
}

interface NothingAmendedProps {
  /** New files may be what amends it. */
  isReading: boolean;
  /** Short where papers to compare follow: these are what somebody came for. */
  isShort: boolean;
}

function NothingAmended({ isReading, isShort }: NothingAmendedProps) {
  const title = isReading
    ? "The files are being read."
    : "What the buyer amends appears here, requirement by requirement.";
  const description = isReading
    ? "What they change about the papers that are here appears once all of them are."
    : "Drop a newer version of a document under the same name, or let a watched source bring it.";
  return (
    <Card>
      {isShort ? (
        <p className="text-muted">
          {title} {description}
        </p>
      ) : (
        <EmptyState icon={FileDiff} title={title} description={description} />
      )}
    </Card>
  );
}
