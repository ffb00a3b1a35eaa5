"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useMemo, useState } from "react";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { fileAddress } from "./file-address";
import type { RenditionView } from "./library-types";
import { litBoxes, type Passage, pageOf } from "./viewer/passage.logic";
import { TextViewer } from "./viewer/text-viewer";

// pdf.js weighs more than the rest of the page together.
const PdfViewer = dynamic(() => import("./viewer/pdf-viewer").then((module) => module.PdfViewer), {
  ssr: false,
  loading: PaneSkeleton,
});
const SheetViewer = dynamic(() => import("./viewer/sheet-viewer").then((module) => module.SheetViewer), {
  loading: PaneSkeleton,
});

interface DocumentPaneProps {
  documentId: string;
  /** The reading that a citation was made from; without it the newest of `snapshotId`, or of the current version. */
  renditionId?: string;
  snapshotId?: string;
  passage?: Passage | null;
}

/** A document as it can be looked at, scrolled to the passage and lit: in its own page, or beside the sentence that cites it. */
export function DocumentPane({ documentId, renditionId, snapshotId, passage = null }: DocumentPaneProps) {
  const trpc = useTRPC();
  const rendition = useQuery(
    trpc.documents.rendition.queryOptions(
      { documentId, renditionId, snapshotId },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  if (rendition.isPending) return <PaneSkeleton />;
  if (rendition.isError) {
    return (
      <QueryError
        error={rendition.error}
        title="The document could not be opened."
        onRetry={() => rendition.refetch()}
      />
    );
  }
  return (
    <>
      <Notices rendition={rendition.data} />
      <Viewer rendition={rendition.data} passage={passage} />
    </>
  );
}

function Notices({ rendition }: { rendition: RenditionView }) {
  const { workspace } = useShell();
  return (
    <>
      {rendition.isCurrent ? null : (
        <p className="border-b border-subtle bg-attention-soft px-4 py-2 text-attention">
          This is version {rendition.revision}, and a newer one was added.{" "}
          <Link href={`${placeHref(workspace.slug, "library")}/${rendition.documentId}`} className="underline">
            Open the newest
          </Link>
        </p>
      )}
      {rendition.warnings.length > 0 ? (
        <ul className="border-b border-subtle bg-sunken px-4 py-2 text-sm text-muted">
          {rendition.warnings.slice(0, 5).map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
          {rendition.warnings.length > 5 ? <li>and {rendition.warnings.length - 5} more remarks</li> : null}
        </ul>
      ) : null}
    </>
  );
}

function Viewer({ rendition, passage }: { rendition: RenditionView; passage: Passage | null }) {
  const { workspace } = useShell();
  const [asText, setAsText] = useState(false);
  const boxes = useMemo(() => litBoxes(rendition.lines, passage), [rendition, passage]);
  if (rendition.extractor.startsWith("pdf")) {
    return (
      <div>
        <div className="flex gap-1 border-b border-subtle px-3 py-1">
          <Button
            size="sm"
            variant={asText ? "ghost" : "secondary"}
            aria-pressed={!asText}
            onClick={() => setAsText(false)}
          >
            Pages
          </Button>
          <Button
            size="sm"
            variant={asText ? "secondary" : "ghost"}
            aria-pressed={asText}
            onClick={() => setAsText(true)}
          >
            Text
          </Button>
        </div>
        {asText ? (
          <TextViewer rendition={rendition} passage={passage} />
        ) : (
          <PdfViewer
            fileUrl={fileAddress(workspace.slug, rendition.snapshotId)}
            pages={rendition.pages}
            boxes={boxes}
            startPage={pageOf(rendition.pages, passage)}
          />
        )}
      </div>
    );
  }
  if (rendition.extractor === "xlsx" && rendition.pages.length > 0) {
    return <SheetViewer rendition={rendition} passage={passage} />;
  }
  return <TextViewer rendition={rendition} passage={passage} />;
}

function PaneSkeleton() {
  return (
    <div role="status" aria-label="Opening the document" className="mx-auto flex max-w-190 flex-col gap-3 p-6">
      <Skeleton className="h-6 w-2/3" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-4/5" />
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}
