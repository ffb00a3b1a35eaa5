"use client";
import { Paperclip } from "lucide-react";
import { useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPCClient } from "@/components/shell/trpc";
import { usePeople } from "@/components/shell/use-people";
import { Button } from "@/components/ui/button";
import type { Subject } from "./collaboration-types";
import { mentionedIn } from "./mention.logic";
import { MentionField } from "./mention-field";
import { useAttachment } from "./use-attachment";
import { useRefreshCollaboration } from "./use-collaboration-live";

/** Something to say, with @ for those who should read it. What was typed is kept until it is stored. */
export function NewComment({ subject }: { subject: Subject }) {
  const client = useTRPCClient();
  const refresh = useRefreshCollaboration();
  const { people } = usePeople();
  const [text, setText] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const attachment = useAttachment();

  async function send() {
    if (text.trim() === "" || isBusy) return;
    setIsBusy(true);
    setFailure(null);
    try {
      await client.comments.add.mutate({
        ...subject,
        body: text.trim(),
        mentions: mentionedIn(text, people),
        documentId: attachment.document?.id ?? null,
      });
      setText("");
      attachment.clear();
      await refresh();
    } catch (error) {
      setFailure(`${errorMessage(error)} What you typed was kept.`);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <div className="flex flex-col gap-2">
      <MentionField
        label="Comment"
        placeholder="Say something; @ names a colleague"
        value={text}
        onChange={setText}
        people={people}
        onSubmit={() => void send()}
        rows={2}
      />
      <div className="flex flex-wrap items-center gap-2">
        {attachment.inputs}
        <Button size="sm" variant="ghost" isLoading={attachment.isSending} onClick={attachment.pick}>
          <Paperclip aria-hidden /> {attachment.document ? attachment.document.name : "Attach a file"}
        </Button>
        {(failure ?? attachment.failure) ? (
          <p role="alert" className="text-sm text-danger">
            {failure ?? attachment.failure}
          </p>
        ) : null}
        <Button
          size="sm"
          variant="primary"
          className="ml-auto"
          isLoading={isBusy}
          disabled={text.trim() === "" || attachment.isSending}
          onClick={() => void send()}
        >
          Comment
        </Button>
      </div>
    </div>
  );
}
