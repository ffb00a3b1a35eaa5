"use client";
import { Ellipsis, Upload } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { VersionStatus } from "@/components/library/version-status";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { type TenderRole, tenderRoles } from "@/lib/vocabulary/opportunities";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { useAddFiles } from "../import/use-add-files";
import type { OpportunityDocument, OpportunityView } from "../opportunity-types";
import { count, roleWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";

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

/** Titles are what a paper calls itself; people look for the name that the buyer gave the file. */
function fileName({ path }: OpportunityDocument): string {
  return path.split("/").at(-1) ?? path;
}

function isArchive({ path }: OpportunityDocument): boolean {
  return /\.zip$/i.test(path);
}

function DocumentRow({ document, opportunity }: { document: OpportunityDocument; opportunity: OpportunityView }) {
  const { workspace, member } = useShell();
  const update = useUpdateOpportunities();
  const addFiles = useAddFiles(opportunity);
  const input = useRef<HTMLInputElement>(null);
  const { documentId, role } = document;
  const id = opportunity.id;
  const setRole = (next: TenderRole | null) =>
    update({
      done: next ? `Taken as ${roleWords[next].toLowerCase()}` : "Taken as it is read",
      run: (client) => client.opportunities.setDocumentRole.mutate({ id, documentId, role: next }),
      undo: (client) =>
        client.opportunities.setDocumentRole.mutate({
          id,
          documentId,
          role: document.isRoleSetByPerson ? role : null,
        }),
    });
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
        <span className="block truncate text-xs text-subtle">
          {[
            isArchive(document) ? "archive" : null,
            fileName(document) === document.title ? null : fileName(document),
            document.pageCount === null ? null : count(document.pageCount, "page"),
            document.revision > 1 ? `version ${document.revision}` : null,
            document.requirementCount > 0 ? count(document.requirementCount, "requirement") : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
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
          <IconButton label={`Upload a new version of ${document.title}`} onClick={() => input.current?.click()}>
            <Upload aria-hidden />
          </IconButton>
          <Menu
            align="end"
            trigger={
              <button
                type="button"
                aria-label={`More about ${document.title}`}
                className="rounded-md p-2 text-muted hover:bg-hover hover:text-ink"
              >
                <Ellipsis className="size-4" aria-hidden />
              </button>
            }
          >
            <MenuChoices
              label="What it is"
              value={role ?? "other"}
              options={tenderRoles.map((value) => ({ value, label: roleWords[value] }))}
              onChange={(next) => void setRole(next)}
            />
            <MenuItem onSelect={() => void setRole(null)}>As it is read</MenuItem>
            <MenuSeparator />
            <MenuItem
              onSelect={() =>
                void update({
                  done: document.isDraft ? "No draft any more" : "Taken as a draft: nothing in it binds",
                  run: (client) =>
                    client.opportunities.setDocumentRole.mutate({ id, documentId, isDraft: !document.isDraft }),
                  undo: (client) =>
                    client.opportunities.setDocumentRole.mutate({ id, documentId, isDraft: document.isDraft }),
                })
              }
            >
              {document.isDraft ? "It is no draft" : "It is a draft"}
            </MenuItem>
            <MenuItem
              isDanger
              onSelect={() =>
                void update({
                  done: "Taken out of the opportunity; it stays in the library",
                  run: (client) => client.opportunities.removeDocuments.mutate({ id, documentIds: [documentId] }),
                  undo: (client) => client.opportunities.addDocuments.mutate({ id, documentIds: [documentId] }),
                })
              }
            >
              Take out of this opportunity
            </MenuItem>
          </Menu>
          <input
            ref={input}
            type="file"
            hidden
            tabIndex={-1}
            aria-label={`New version of ${document.title}`}
            onChange={(event) => {
              const file = event.target.files?.[0];
              // Under the same path it is a new version, whatever the file is called on this machine.
              if (file) void addFiles([{ file, path: document.path }]);
              event.target.value = "";
            }}
          />
        </>
      ) : null}
    </li>
  );
}
