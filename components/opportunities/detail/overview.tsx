"use client";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { nothingYet } from "@/components/ui/nothing-yet";
import type { OpportunityView } from "../opportunity-types";
import { Contradictions } from "./contradictions";
import { DocumentsCard } from "./documents-card";
import { FieldsCard } from "./fields-card";
import { KeyDates } from "./key-dates";
import { numberCitations } from "./number-citations";
import { ReopenedCard } from "./reopened-card";
import { Statement } from "./statement";

// Below everything else: they come while the rest is being read.
const MergedCard = dynamic(() => import("./merged-card").then((module) => module.MergedCard), { loading: nothingYet });
const NoticesCard = dynamic(() => import("./notices-card").then((module) => module.NoticesCard), {
  loading: nothingYet,
});
const SameTenderCard = dynamic(() => import("./same-tender-card").then((module) => module.SameTenderCard), {
  loading: nothingYet,
});
const SimilarCard = dynamic(() => import("./similar-card").then((module) => module.SimilarCard), {
  loading: nothingYet,
});

/** What is known of it, each with the words that it rests on; what documents disagree about comes first. */
export function Overview({ opportunity }: { opportunity: OpportunityView }) {
  const numbers = useMemo(() => numberCitations(opportunity), [opportunity]);
  const summary = opportunity.fields.find((field) => field.name === "summary");
  const chosen = summary?.statements.find((one) => one.isChosen);
  return (
    <>
      <Contradictions opportunity={opportunity} />
      <ReopenedCard opportunity={opportunity} />
      {opportunity.isReading ? null : <SameTenderCard opportunity={opportunity} />}
      {chosen ? (
        <Card title="Summary">
          <p className="max-w-180 text-base whitespace-pre-line wrap-anywhere">
            <Statement statement={chosen} numbers={numbers} />
          </p>
          {chosen.origin === "model" ? (
            <Badge meaning="model" className="mt-2">
              Written by a model
            </Badge>
          ) : null}
        </Card>
      ) : null}
      <KeyDates opportunity={opportunity} numbers={numbers} />
      <FieldsCard opportunity={opportunity} numbers={numbers} />
      <DocumentsCard opportunity={opportunity} />
      {opportunity.notices.length > 0 ? <NoticesCard opportunity={opportunity} /> : null}
      {opportunity.merged.length > 0 ? <MergedCard opportunity={opportunity} /> : null}
      <SimilarCard opportunityId={opportunity.id} />
    </>
  );
}
