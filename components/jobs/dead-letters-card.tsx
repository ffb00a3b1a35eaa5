"use client";
import { RotateCcw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { jobName } from "./job-name";

interface DeadLetter {
  id: string;
  functionId: string;
  subject: string | null;
  reason: string;
  createdAt: string;
}

/** What gave up, with its reason, to be run again once that is gone. Nothing is shown where nothing waits. */
export function DeadLettersCard(props: {
  letters: DeadLetter[];
  runningId: string | null;
  onReplay: (id: string) => void;
}) {
  const { letters, runningId, onReplay } = props;
  if (letters.length === 0) return null;
  return (
    <Card title={`${letters.length} gave up and wait for you`} isFlush>
      <ul>
        {letters.map((letter) => (
          <li
            key={letter.id}
            className="flex min-h-row flex-wrap items-center gap-3 border-b border-subtle px-4 py-2 last:border-0"
          >
            <span className="font-medium">{jobName(letter.functionId)}</span>
            {letter.subject ? (
              <span className="min-w-0 max-w-80 truncate" title={letter.subject}>
                {letter.subject}
              </span>
            ) : null}
            <span className="min-w-0 flex-1 basis-60 text-muted wrap-anywhere">{letter.reason}</span>
            <RelativeTime at={letter.createdAt} />
            <Button size="sm" isLoading={runningId === letter.id} onClick={() => onReplay(letter.id)}>
              <RotateCcw aria-hidden />
              Run again
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
