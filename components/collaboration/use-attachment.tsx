"use client";
import { type ReactNode, useRef, useState } from "react";
import { fileSender } from "@/components/library/upload/send-file";
import { useShell } from "@/components/shell/shell-context";

interface Attachment {
  document: { id: string; name: string } | null;
  isSending: boolean;
  failure: string | null;
  pick: () => void;
  clear: () => void;
  /** Hidden; to be put somewhere on the page. */
  inputs: ReactNode;
}

/** One file sent into the library, to hang on a comment. */
export function useAttachment(): Attachment {
  const { workspace } = useShell();
  const input = useRef<HTMLInputElement>(null);
  const [document, setDocument] = useState<{ id: string; name: string } | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function send(file: File) {
    setIsSending(true);
    setFailure(null);
    const item = {
      id: 0,
      file,
      path: file.name,
      collectionId: undefined,
      state: "sending" as const,
      share: 0,
      stored: null,
      reason: null,
    };
    try {
      const stored = await fileSender(workspace.slug)(item, () => {}, new AbortController().signal);
      setDocument({ id: stored.documentId, name: file.name });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "It could not be sent.");
    } finally {
      setIsSending(false);
    }
  }

  return {
    document,
    isSending,
    failure,
    pick: () => input.current?.click(),
    clear: () => setDocument(null),
    inputs: (
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label="File to attach"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void send(file);
          event.target.value = "";
        }}
      />
    ),
  };
}
