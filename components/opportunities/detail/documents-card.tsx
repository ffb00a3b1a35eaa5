"use client";
import Link from "next/link";
import { VersionStatus } from "@/components/library/version-status";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { fileNameOf } from "@/lib/file-name";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { OpportunityDocument, OpportunityView } from "../opportunity-types";
import { count, roleWords } from "../opportunity-words";
import { DocumentMenu } from "./document-menu";
import { NewVersionButton } from "./new-version-button";

/** The buyer's documents: what each is, how far it was read, and the way to give a newer version. */
export function DocumentsCard({ opportunity }: { opportunity: OpportunityView }) {
  // An archive is where the others came from; one looks for them first.
  const archives = opportunity.documents.filter(isArchive);
  const read = opportunity.documents.filter((one) => !isArchive(one));
  const documents = [...read, ...archives];
  return (
    <Card
      title="Documents"
      description={
        documents.length === 0
          ? undefined
          : [count(read.length, "document"), pagesWords(read), archiveWords(archives.length)].filter(Boolean).join(", ")
      }
      isFlush
    >
      {documents.length === 0 ? (
        <p className="px-4 py-5 text-muted">
          {opportunity.isReading
            ? "The files are on their way."
            : "No documents yet. Drop the tender's files anywhere on this page."}
        </p>
      ) : (
        <ul className="divide-y divide-subtle">
          {documents.map((document) => (
            <DocumentRow key={document.documentId} document={document} opportunity={opportunity} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function pagesWords(documents: readonly OpportunityDocument[]): string | null {
  const pages = documents.reduce((sum, one) => sum + (one.pageCount ?? 0), 0);
  return pages > 0 ? count(pages, "page") : null;
}

function archiveWords(archives: number): string | null {
  return archives > 0 ? `unpacked from ${count(archives, "archive")}` : null;
}

function isArchive({ path }: OpportunityDocument): boolean {
  return /\.zip$/i.test(path);
}

function DocumentRow({ document, opportunity }: { document: OpportunityDocument; opportunity: OpportunityView }) {
  const { workspace, member } = useShell();
  const { documentId, role } = document;
  return (
    <li className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
      <span className="min-w-0 flex-1 basis-60">
        <Link
          href={`${placeHref(workspace.slug, "library")}/${documentId}`}
          className="block truncate font-medium hover:underline"
          title={document.path}
        >
          {document.title}
        </Link>
        <span className="block truncate text-xs text-subtle">{aboutDocument(document)}</span>
      </span>
      {document.isDraft ? <Badge meaning="attention">Draft</Badge> : null}
      {role ? (
        <span
          className="text-sm text-muted"
          data-tooltip={
            document.isRoleSetByPerson ? "Set by a person" : (document.roleReason ?? "Read from its headings and words")
          }
        >
          {roleWords[role]}
        </span>
      ) : null}
      {document.status === "ready" ? null : (
        <VersionStatus
          version={{ status: document.status, failureReason: document.failureReason, progress: document.progress }}
          hasReason
        />
      )}
      {roleMay(member.role, "opportunities:write") ? (
        <>
          <NewVersionButton document={document} opportunity={opportunity} />
          <DocumentMenu document={document} opportunityId={opportunity.id} />
        </>
      ) : null}
    </li>
  );
}

function aboutDocument(document: OpportunityDocument): string {
  // Titles are what a paper calls itself; people look for the name that the buyer gave the file.
  const name = fileNameOf(document.path);
  return [
    isArchive(document) ? "archive" : null,
    name === document.title ? null : name,
    document.pageCount === null ? null : count(document.pageCount, "page"),
    document.revision > 1 ? `version ${document.revision}` : null,
    document.requirementCount > 0 ? count(document.requirementCount, "requirement") : null,
  ]
    .filter(Boolean)
    .join(" · ");
}
