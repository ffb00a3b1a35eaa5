"use client";
import { Upload } from "lucide-react";
import { useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useAddFiles } from "../import/use-add-files";
import type { OpportunityDocument, OpportunityView } from "../opportunity-types";

interface NewVersionButtonProps {
  document: OpportunityDocument;
  opportunity: OpportunityView;
}

/** Takes a file as the next version of this document, whatever it is called on this machine. */
export function NewVersionButton({ document, opportunity }: NewVersionButtonProps) {
  const addFiles = useAddFiles(opportunity);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={`Upload a new version of ${document.title}`} onClick={() => input.current?.click()}>
        <Upload aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={`New version of ${document.title}`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void addFiles([{ file, path: document.path }]);
          event.target.value = "";
        }}
      />
    </>
  );
}
