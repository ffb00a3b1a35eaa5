"use client";
import { useQuery } from "@tanstack/react-query";
import { FileText, ListPlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { DocumentPane } from "@/components/library/document-pane";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { passageHref, passageOf } from "../citation";
import type { OpportunityView } from "../opportunity-types";
import type { Requirement } from "./requirement-types";
import { findSelection } from "./selection.logic";
import type { RunDeed } from "./use-requirements";

interface DocumentSideProps {
  opportunity: OpportunityView;
  active: Requirement | null;
  mayWrite: boolean;
  run: RunDeed;
  onAdded: (id: string) => void;
}

/** The document of the active requirement with its quote lit; or any other one, to look around and to add from. */
export function DocumentSide({ opportunity, active, mayWrite, run, onAdded }: DocumentSideProps) {
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
      <SelectableDocument
        documentId={documentId}
        renditionId={citation?.renditionId}
        near={citation?.start ?? null}
        passage={citation ? { start: citation.start, end: citation.end } : null}
        onAdd={
          mayWrite
            ? async (place) => {
                const added = await run(
                  (client) =>
                    client.requirements.add.mutate({
                      opportunityId: opportunity.id,
                      place: { documentId, ...place },
                      ...(active?.document?.id === documentId ? { afterId: active.id } : {}),
                    }),
                  "Requirement added",
                );
                const fresh = added?.find((one) => one.origin === "person");
                if (fresh) onAdded(fresh.id);
              }
            : null
        }
      />
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

interface SelectableDocumentProps {
  documentId: string;
  renditionId?: string;
  near: number | null;
  passage: { start: number; end: number } | null;
  onAdd: ((place: { renditionId: string; start: number; end: number }) => Promise<void>) | null;
}

/** The shortest selection that may be meant as a requirement. */
const leastLetters = 12;

function SelectableDocument({ documentId, renditionId, near, passage, onAdd }: SelectableDocumentProps) {
  const room = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState("");
  const rendition = useQuery(
    useTRPC().documents.rendition.queryOptions({ documentId, renditionId }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  useEffect(() => {
    function look() {
      const selection = window.getSelection();
      const isHere = selection?.anchorNode && room.current?.contains(selection.anchorNode);
      const words = isHere ? selection.toString().trim() : "";
      setSelected(words.length >= leastLetters ? words : "");
    }
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);

  async function add() {
    if (!onAdd || !rendition.data) return;
    const found = findSelection(rendition.data.text, selected, near);
    if (!found) {
      toast.error("These words were not found in the text that was read", {
        description: "Select them in the “Text” view of the document.",
      });
      return;
    }
    window.getSelection()?.removeAllRanges();
    await onAdd({ renditionId: rendition.data.id, ...found });
  }

  return (
    <div ref={room} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain [--viewer-top:0px]">
      {onAdd && selected ? (
        <div className="sticky top-2 z-30 flex h-0 justify-center">
          <Button
            variant="primary"
            className="shadow-raised"
            // The selection must survive the press.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => void add()}
          >
            <ListPlus aria-hidden /> Add as a requirement
          </Button>
        </div>
      ) : null}
      <DocumentPane
        key={`${documentId} ${renditionId ?? ""}`}
        documentId={documentId}
        renditionId={renditionId}
        passage={passage}
      />
    </div>
  );
}
