"use client";
import { Ellipsis } from "lucide-react";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { type TenderRole, tenderRoles } from "@/lib/vocabulary/opportunities";
import type { OpportunityDocument } from "../opportunity-types";
import { roleWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";

interface DocumentMenuProps {
  document: OpportunityDocument;
  opportunityId: string;
}

/** What a document is taken as, and whether it belongs to the tender at all. */
export function DocumentMenu({ document, opportunityId: id }: DocumentMenuProps) {
  const update = useUpdateOpportunities();
  const { documentId, role, isDraft } = document;
  const setRole = (next: TenderRole | null) =>
    update({
      done: next ? `Taken as ${roleWords[next].toLowerCase()}` : "Taken as it is read",
      about: `role ${id} ${documentId}`,
      run: (client) => client.opportunities.setDocumentRole.mutate({ id, documentId, role: next }),
      undo: (client) =>
        client.opportunities.setDocumentRole.mutate({
          id,
          documentId,
          role: document.isRoleSetByPerson ? role : null,
        }),
    });
  const toggleDraft = () =>
    update({
      done: isDraft ? "No draft any more" : "Taken as a draft: nothing in it binds",
      about: `draft ${id} ${documentId}`,
      run: (client) => client.opportunities.setDocumentRole.mutate({ id, documentId, isDraft: !isDraft }),
      undo: (client) => client.opportunities.setDocumentRole.mutate({ id, documentId, isDraft }),
    });
  const takeOut = () =>
    update({
      done: "Taken out of the opportunity; it stays in the library",
      run: (client) => client.opportunities.removeDocuments.mutate({ id, documentIds: [documentId] }),
      undo: (client) => client.opportunities.addDocuments.mutate({ id, documentIds: [documentId] }),
    });
  return (
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
      <MenuItem onSelect={() => void toggleDraft()}>{isDraft ? "It is no draft" : "It is a draft"}</MenuItem>
      <MenuItem isDanger onSelect={() => void takeOut()}>
        Take out of this opportunity
      </MenuItem>
    </Menu>
  );
}
