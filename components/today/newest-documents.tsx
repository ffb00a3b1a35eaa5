"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { fileNameOf } from "@/lib/file-name";

export const newestDocuments = { limit: 8 };

/** What came into the library last. */
export function NewestDocuments() {
  const { workspace } = useShell();
  const documents = useQuery(useTRPC().documents.list.queryOptions(newestDocuments));
  return (
    <Card title="Newest documents" isFlush>
      {documents.isPending ? (
        <SkeletonRows rows={4} />
      ) : documents.isError ? (
        <QueryError
          error={documents.error}
          title="Documents could not be loaded."
          onRetry={() => documents.refetch()}
        />
      ) : documents.data.documents.length === 0 ? (
        <p className="px-4 py-3 text-muted">
          Nothing here yet.{" "}
          <Link className="text-accent underline" href={placeHref(workspace.slug, "library")}>
            Add documents
          </Link>{" "}
          and ask about them.
        </p>
      ) : (
        <ul>
          {documents.data.documents.map((document) => (
            <li key={document.id} className="border-b border-subtle last:border-0">
              <Link
                href={`${placeHref(workspace.slug, "library")}/${document.id}`}
                className="flex min-h-row items-center gap-3 px-4 py-1.5 hover:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate">
                  {document.title}
                  {/* Papers of one tender often bear the same title. */}
                  {fileNameOf(document.path) === document.title ? null : (
                    <span className="ml-2 text-sm text-subtle">{fileNameOf(document.path)}</span>
                  )}
                </span>
                <span className="hidden truncate text-sm text-muted sm:inline">{document.collection.name}</span>
                <span className="shrink-0 text-sm text-subtle">
                  <RelativeTime at={document.updatedAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
