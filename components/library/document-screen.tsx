"use client";
import { useQuery } from "@tanstack/react-query";
import { FileClock, FileX2, FolderOpen } from "lucide-react";
import { Breadcrumb } from "@/components/shell/breadcrumbs";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { DetailLayout, FactList, Page } from "@/components/ui/page-layout";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useUrlState } from "@/components/ui/use-url-state";
import { byteSize } from "@/lib/byte-size";
import { DocumentActions } from "./document-actions";
import { DocumentPane } from "./document-pane";
import { kindWords } from "./kind-words";
import type { DocumentView } from "./library-types";
import { useLibraryLive } from "./use-library-live";
import { VersionStatus } from "./version-status";
import { VersionsList } from "./versions-list";

const defaults = { tab: "document", rendition: "", version: "", start: -1, end: -1 };

const originWords = {
  upload: "Uploaded",
  paste: "Pasted",
  attachment: "Attached to an opportunity",
  capture: "Captured",
};

export function DocumentScreen({ documentId }: { documentId: string }) {
  const trpc = useTRPC();
  const document = useQuery(trpc.documents.get.queryOptions({ id: documentId }));
  useLibraryLive();
  if (document.isPending) return <DocumentSkeleton />;
  if (document.isError) {
    return (
      <QueryError error={document.error} title="The document could not be opened." onRetry={() => document.refetch()} />
    );
  }
  return <Opened document={document.data} />;
}

function Opened({ document }: { document: DocumentView }) {
  const [state, setState] = useUrlState(defaults);
  return (
    <Page>
      <Breadcrumb title={document.title} />
      <PageHeader
        title={document.title}
        status={<VersionStatus version={document.latest} />}
        description={
          <>
            {document.kind ? kindWords[document.kind] : "File"}
            {document.latest.pageCount ? `, ${document.latest.pageCount.toLocaleString("en")} pages` : ""}, in{" "}
            {document.collection.name}
          </>
        }
        actions={<DocumentActions document={document} />}
      />
      <DetailLayout rail={<Rail document={document} />}>
        <Tabs
          label="Document"
          value={state.tab}
          onChange={(tab) => setState({ tab })}
          tabs={[
            { value: "document", label: "Document", panel: <Reading document={document} state={state} /> },
            {
              value: "versions",
              label: "Versions",
              count: document.versions.length,
              panel: <VersionsList document={document} />,
            },
          ]}
        />
      </DetailLayout>
    </Page>
  );
}

function Reading({ document, state }: { document: DocumentView; state: typeof defaults }) {
  const { latest } = document;
  const isChosen = state.rendition !== "" || state.version !== "";
  if (!isChosen && document.currentSnapshotId === null) return <NotRead document={document} />;
  return (
    <Card isFlush className="overflow-clip">
      {!isChosen && latest.id !== document.currentSnapshotId ? (
        <div className="flex flex-wrap items-center gap-2 border-b border-subtle px-4 py-2 text-muted">
          Version {latest.revision}: <VersionStatus version={latest} hasReason /> The version before it is shown until
          it is ready.
        </div>
      ) : null}
      <DocumentPane
        documentId={document.id}
        renditionId={state.rendition || undefined}
        snapshotId={state.version || undefined}
        passage={state.start >= 0 && state.end > state.start ? { start: state.start, end: state.end } : null}
      />
    </Card>
  );
}

/** Nothing to show yet, or ever: what happened and what can be done stands in the place of the text. */
function NotRead({ document }: { document: DocumentView }) {
  const { latest } = document;
  const isOpen = latest.status === "queued" || latest.status === "processing";
  // An archive has no text of its own.
  if (latest.status === "ready")
    return (
      <Card>
        <EmptyState
          icon={FolderOpen}
          title="The files in it were unpacked."
          description={`Each stands in the library as a document of its own, in ${document.collection.name}.`}
        />
      </Card>
    );
  return (
    <Card>
      {isOpen ? (
        <EmptyState icon={FileClock} title="The text is being read." description={<VersionStatus version={latest} />} />
      ) : (
        <EmptyState
          icon={FileX2}
          title={latest.failureReason ?? "The reading was stopped."}
          description="The file itself is kept: it can be downloaded, read again, or replaced by a new version under the same name."
        />
      )}
    </Card>
  );
}

function Rail({ document }: { document: DocumentView }) {
  const { workspace } = useShell();
  const { latest } = document;
  return (
    <Card title="About">
      <FactList
        facts={[
          { name: "Added", value: <RelativeTime at={document.createdAt} /> },
          { name: "How", value: originWords[document.origin] },
          { name: "Path", value: document.path === document.title ? null : document.path },
          {
            name: "Collection",
            value: (
              <a
                href={`${placeHref(workspace.slug, "library")}?collection=${document.collection.id}`}
                className="text-accent hover:underline"
              >
                {document.collection.name}
              </a>
            ),
          },
          {
            name: "Tags",
            value: document.tags.length ? (
              <span className="flex flex-wrap gap-1">
                {document.tags.map((tag) => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
              </span>
            ) : null,
          },
          { name: "Newest version", value: `${latest.revision}` },
          { name: "Size", value: byteSize(latest.byteSize) },
          { name: "Passages", value: latest.chunkCount?.toLocaleString("en") ?? null },
          { name: "SHA-256", value: <code className="font-mono text-xs">{latest.sha256}</code> },
        ]}
      />
    </Card>
  );
}

export function DocumentSkeleton() {
  return (
    <Page>
      <Skeleton className="h-7 w-80 max-w-full" />
      <Skeleton className="h-4 w-48" />
      <DetailLayout rail={<Skeleton className="h-60 w-full" />}>
        <Skeleton className="h-[60dvh] w-full" />
      </DetailLayout>
    </Page>
  );
}
