"use client";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type SourceKind, sourceKinds } from "@/lib/vocabulary/sources";
import { kindWords } from "./source-words";
import type { CheckFailure } from "./use-address-check";

interface CheckFailedProps {
  failure: CheckFailure;
  onUnchecked: (kind: SourceKind) => void;
}

/** Why an address could not be looked at, what to do, and the way on for those who know better. */
export function CheckFailed({ failure, onUnchecked }: CheckFailedProps) {
  const [kind, setKind] = useState<SourceKind>("site");
  const advice = adviceFor(failure);
  return (
    <Card>
      <div role="alert" className="flex items-start gap-3">
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden />
        <div className="min-w-0 flex-1">
          <p className="font-medium wrap-anywhere">{failure.message}</p>
          <p className="mt-1 text-muted">{advice.text}</p>
        </div>
      </div>
      {advice.wayOn ? (
        <div className="mt-3 flex flex-wrap items-end gap-2 pl-7">
          <Field label="What it is">
            {(control) => (
              <Select
                {...control}
                value={kind}
                onChange={(event) => setKind(sourceKinds.find((one) => one === event.target.value) ?? "site")}
                options={sourceKinds.map((value) => ({ value, label: kindWords[value] }))}
              />
            )}
          </Field>
          <Button onClick={() => onUnchecked(kind)}>{advice.wayOn}</Button>
        </div>
      ) : null}
    </Card>
  );
}

function adviceFor({ reason, isByRobots }: CheckFailure): { text: string; wayOn: string | null } {
  if (isByRobots) {
    return {
      text: "Look for a feed or an open data page of the same site instead. If its owner has allowed you to read it, you can go on and write down who did.",
      wayOn: "Go on with their leave",
    };
  }
  switch (reason) {
    case "unavailable":
      return {
        text: "Check the spelling and whether it opens in your browser. A site that is only down for the moment can be watched all the same: it is tried again by schedule.",
        wayOn: "Watch it all the same",
      };
    case "over_budget":
    case "rate_limited":
      return { text: "Wait a moment, then check again.", wayOn: null };
    default:
      return { text: "Correct the address and check it again. Nothing was kept.", wayOn: null };
  }
}
