"use client";
import { CircleCheck, CircleHelp } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { PreviewView } from "./source-types";
import { count, kindWords } from "./source-words";
import { type Candidate, keyOf } from "./use-address-check";

interface SourcePreviewCardProps {
  /** What was found at the address, then what it points to. */
  candidates: readonly Candidate[];
  chosen: Candidate | null;
  preview: PreviewView | null;
  isReading: boolean;
  onChoose: (candidate: Candidate) => void;
}

export function SourcePreviewCard({ candidates, chosen, preview, isReading, onChoose }: SourcePreviewCardProps) {
  const title =
    candidates.length > 1
      ? `Found ${candidates.length} ways to watch this`
      : `Found: ${candidates[0] ? kindWords[candidates[0].kind].toLowerCase() : ""}`;
  return (
    <Card title={title} isFlush>
      <fieldset className="grid gap-2 p-4 sm:grid-cols-2">
        <legend className="sr-only">What to watch</legend>
        {candidates.map((candidate, index) => (
          <Choice
            key={keyOf(candidate)}
            candidate={candidate}
            isFirst={index === 0}
            isOnly={candidates.length === 1}
            isChosen={chosen !== null && keyOf(chosen) === keyOf(candidate)}
            onChoose={() => onChoose(candidate)}
          />
        ))}
      </fieldset>
      <div aria-busy={isReading} className="border-t border-subtle">
        {preview ? <FirstEntries preview={preview} /> : isReading ? <SkeletonRows rows={4} /> : null}
      </div>
    </Card>
  );
}

function Choice(props: {
  candidate: Candidate;
  isFirst: boolean;
  isOnly: boolean;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { candidate, isFirst, isOnly, isChosen, onChoose } = props;
  return (
    <label
      className={cn(
        "flex min-w-0 cursor-pointer items-start gap-2 rounded-md border p-3 has-focus-visible:outline-2 has-focus-visible:outline-accent",
        isOnly && "sm:col-span-2",
        isChosen ? "border-accent bg-selected" : "border-strong hover:bg-hover",
      )}
    >
      <input
        type="radio"
        name="candidate"
        checked={isChosen}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
      />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{kindWords[candidate.kind]}</span>
          {isFirst ? null : <Badge>This page also names it</Badge>}
        </span>
        {candidate.title ? <span className="block truncate">{candidate.title}</span> : null}
        <span className="block text-sm text-muted wrap-anywhere">{candidate.url}</span>
        <span className="mt-1 block text-sm text-muted">{candidate.reason}</span>
      </span>
    </label>
  );
}

const robotsWords: Record<PreviewView["robots"], string> = {
  allowed: "The site's rules for crawlers (robots.txt) allow this address to be read.",
  unreachable: "The site's robots.txt did not answer; it is asked again before each run.",
  disallowed: "The site's robots.txt asks crawlers to stay away from this address.",
};

function FirstEntries({ preview }: { preview: PreviewView }) {
  const isAllowed = preview.robots === "allowed";
  const Icon = isAllowed ? CircleCheck : CircleHelp;
  return (
    <>
      <p className="flex items-start gap-2 px-4 py-3 text-muted">
        <Icon className={cn("mt-0.5 size-4 shrink-0", isAllowed ? "text-ok" : "text-attention")} aria-hidden />
        {robotsWords[preview.robots]}
      </p>
      <h3 className="border-t border-subtle px-4 pt-3 pb-1 text-sm font-medium">
        {preview.items.length > 0
          ? `${count(preview.count, "entry", "entries")} on the first page; what would be read`
          : "What would be read"}
      </h3>
      {preview.items.length === 0 ? (
        <p className="px-4 pb-4 text-muted">
          No list of entries stands on this page. The page itself is read, and what it links to as far as the depth
          goes.
        </p>
      ) : (
        <ol aria-label="First entries" className="pb-2">
          {preview.items.map((item, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be alike, and the list never moves
              key={index}
              className="flex min-h-8 flex-wrap items-baseline gap-x-3 px-4 py-1"
            >
              <span className="min-w-0 flex-1 basis-60 truncate" title={item.url ?? undefined}>
                {item.title}
              </span>
              {item.price ? <span className="tabular-nums">{item.price}</span> : null}
              {item.date ? <span className="text-sm text-muted tabular-nums">{item.date.slice(0, 10)}</span> : null}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
