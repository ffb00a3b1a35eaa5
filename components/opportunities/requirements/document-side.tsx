"use client";
import { FileText } from "lucide-react";
import { useRef, useState } from "react";
import { DocumentPane } from "@/components/library/document-pane";
import { useShell } from "@/components/shell/shell-context";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { passageHref, passageOf } from "../citation";
import type { OpportunityView } from "../opportunity-types";
import type { Requirement } from "./requirement-types";

interface DocumentSideProps {
  opportunity: OpportunityView;
  active: Requirement | null;
}

/** The document of the active requirement with its quote lit; or any other one, to look around. */
export function DocumentSide({ opportunity, active }: DocumentSideProps) {
  const { workspace } = useShell();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const activeId = active?.id ?? null;
  // What was chosen by hand gives way when another requirement is looked at.
  const lastActive = useRef(activeId);
  if (lastActive.current !== activeId) {
    lastActive.current = activeId;
    if (chosenId !== null) setChosenId(null);
  }
  const readable = opportunity.documents.filter((one) => one.status === "ready");
  const citation = chosenId === null ? (active?.citation ?? null) : null;
  const documentId = chosenId ?? citation?.documentId ?? null;
  if (documentId === null) {
    return (
      <div className="flex flex-1 flex-col">
        <EmptyState
          icon={FileText}
          title={
            active
              ? "This one was entered by hand; no document states it."
              : "Choose a requirement: its sentence lights up here, in the buyer's own document."
          }
          description="j and k go from one to the next."
        >
          {readable.length > 0 ? <DocumentSelect documents={readable} value="" onChange={setChosenId} /> : null}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <header className="flex shrink-0 items-center gap-2 border-b border-subtle px-3 py-1.5">
        <DocumentSelect documents={readable} value={documentId} onChange={setChosenId} />
        <span className="flex-1" />
        {citation ? (
          <a href={passageHref(workspace.slug, passageOf(citation))} className="shrink-0 text-sm text-accent underline">
            Open its page
          </a>
        ) : null}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain [--viewer-top:0px]">
        <DocumentPane
          key={`${documentId} ${citation?.renditionId ?? ""}`}
          documentId={documentId}
          renditionId={citation?.renditionId}
          passage={citation ? { start: citation.start, end: citation.end } : null}
        />
      </div>
    </>
  );
}

interface DocumentSelectProps {
  documents: OpportunityView["documents"];
  value: string;
  onChange: (id: string) => void;
}

function DocumentSelect({ documents, value, onChange }: DocumentSelectProps) {
  return (
    <Select
      aria-label="Document"
      className="max-w-full min-w-0"
      value={value}
      onChange={(event) => event.target.value && onChange(event.target.value)}
      options={[
        ...(value === "" ? [{ value: "", label: "Open a document" }] : []),
        ...documents.map((one) => ({ value: one.documentId, label: one.title })),
      ]}
    />
  );
}
