"use client";
import { RotateCw, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { countStates, type UploadItem, type UploadQueue } from "./upload-queue.logic";
import { UploadRow } from "./upload-row";

/** Rows are shown up to here; failures always come first, so that nothing to act on is out of sight. */
const mostRows = 40;

export function UploadPanel({ queue, items }: { queue: UploadQueue; items: readonly UploadItem[] }) {
  const [isAll, setIsAll] = useState(false);
  if (items.length === 0) return null;
  const counts = countStates(items);
  const isBusy = counts.waiting + counts.sending > 0;
  const ordered = [...items].sort((one, other) => rank(one) - rank(other));
  const shown = isAll ? ordered : ordered.slice(0, mostRows);
  const sent = items.reduce((sum, item) => sum + (item.state === "stored" ? 1 : item.share), 0);
  return (
    <Card
      isFlush
      title={
        isBusy
          ? `Uploading ${counts.stored} of ${items.length} files`
          : `${counts.stored} of ${items.length} files uploaded`
      }
      description={
        [counts.failed ? `${counts.failed} failed` : null, counts.cancelled ? `${counts.cancelled} cancelled` : null]
          .filter(Boolean)
          .join(", ") || "Each is read in the background; you may leave this page."
      }
      actions={
        <span className="flex gap-1">
          {counts.failed > 0 ? (
            <Button size="sm" onClick={queue.retryFailed}>
              <RotateCw aria-hidden /> Retry {counts.failed} failed
            </Button>
          ) : null}
          {isBusy ? (
            <Button size="sm" onClick={queue.cancelAll}>
              Cancel all
            </Button>
          ) : (
            <IconButton label="Close" onClick={queue.clear}>
              <X aria-hidden />
            </IconButton>
          )}
        </span>
      }
    >
      {isBusy ? <Progress label="All files" value={sent / items.length} /> : null}
      <ul className="max-h-90 divide-y divide-subtle overflow-y-auto">
        {shown.map((item) => (
          <UploadRow key={item.id} item={item} queue={queue} />
        ))}
      </ul>
      {ordered.length > shown.length ? (
        <Button variant="ghost" className="m-2" onClick={() => setIsAll(true)}>
          Show all {ordered.length} files
        </Button>
      ) : null}
    </Card>
  );
}

function rank(item: UploadItem): number {
  return { failed: 0, sending: 1, waiting: 2, stored: 3, cancelled: 4 }[item.state];
}
