"use client";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import type { SentenceSource } from "./answer-sources.logic";

/** "From Ferry ticketing": at the end of a sentence among others, or once under all of them. */
export function SourceLine({ sources }: { sources: readonly SentenceSource[] }) {
  const { workspace } = useShell();
  if (sources.length === 0) return null;
  return (
    <span className="block text-sm text-muted">
      {"From "}
      {sources.map(({ key, label, tender }, index) => (
        <span key={key}>
          {index === 0 ? null : ", "}
          {tender ? (
            <Link
              href={`${placeHref(workspace.slug, "opportunities")}/${tender.id}`}
              className="text-accent hover:underline"
            >
              {label}
            </Link>
          ) : (
            label
          )}
        </span>
      ))}
    </span>
  );
}

interface SeveralTendersProps {
  sources: readonly SentenceSource[];
  /** Asks the same question anew, within one collection; left out where the reader may not ask. */
  onAskWithin: ((collectionId: string) => void) | undefined;
}

/** Sentences of several tenders side by side are easily taken for one answer. */
export function SeveralTenders({ sources, onAskWithin }: SeveralTendersProps) {
  const tenders = sources.flatMap(({ tender }) => tender ?? []);
  if (tenders.length < 2) return null;
  const apart = onAskWithin ? tenders.filter(({ collectionId }) => collectionId !== null) : [];
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-md border border-subtle bg-sunken px-3 py-2 text-sm">
      <p className="text-muted">
        These sentences come from {tenders.length} tenders.{apart.length > 0 ? " Ask about one:" : null}
      </p>
      {apart.map(({ id, title, collectionId }) => (
        <Button key={id} size="sentence" onClick={() => onAskWithin?.(collectionId ?? "")}>
          {title}
        </Button>
      ))}
    </div>
  );
}
