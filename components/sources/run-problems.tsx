"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import type { RunView } from "./source-types";

const shownAtFirst = 8;

/** Addresses of one run that did not come, were left out, or had a value that is empty now or goes to and fro, each with its reason. */
export function RunProblems({ run }: { run: RunView }) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? run.problems : run.problems.slice(0, shownAtFirst);
  return (
    <Card
      title="What could not be read or was odd"
      description={
        <>
          In the run of <RelativeTime at={run.startedAt ?? run.createdAt} />
          {run.reason ? `: ${run.reason}` : ""}
        </>
      }
      isFlush
    >
      <ul className="divide-y divide-subtle">
        {shown.map((problem) => (
          <li key={problem.url} className="px-4 py-2">
            <p className="text-sm wrap-anywhere text-muted">{problem.url}</p>
            <p className="wrap-anywhere">{problem.reason}</p>
          </li>
        ))}
      </ul>
      {shown.length < run.problems.length ? (
        <div className="border-t border-subtle px-4 py-2">
          <Button size="sm" onClick={() => setIsWhole(true)}>
            Show all {run.problems.length}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
