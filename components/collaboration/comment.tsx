"use client";
import { Paperclip, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { usePeople } from "@/components/shell/use-people";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import type { CommentView, Subject } from "./collaboration-types";
import { mentionedIn, splitMentions } from "./mention.logic";
import { MentionField } from "./mention-field";
import { useRefreshCollaboration } from "./use-collaboration-live";

/** What a person said; the mentioned stand out, and its author may change or remove it. */
export function Comment({ comment, subject }: { comment: CommentView; subject: Subject }) {
  const { workspace } = useShell();
  const client = useTRPCClient();
  const refresh = useRefreshCollaboration();
  const [isEditing, setIsEditing] = useState(false);
  const name = comment.author?.name ?? "A former member";

  async function remove() {
    try {
      await client.comments.remove.mutate({ id: comment.id });
      const again = async () => {
        const mentions = comment.mentions.map(({ id }) => id);
        await client.comments.add.mutate({ ...subject, body: comment.body, mentions });
        await refresh();
      };
      toast.ok("Comment removed", { action: { label: "Undo", run: () => void again() } });
    } catch (error) {
      toast.error("The comment was not removed", { description: errorMessage(error) });
    }
    await refresh();
  }

  return (
    <article aria-label={`Comment of ${name}`} className="group flex items-start gap-3">
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name}</span>
          <span className="text-sm text-subtle">
            <RelativeTime at={comment.createdAt} />
            {comment.editedAt ? ", edited" : ""}
          </span>
        </p>
        {comment.deletedAt ? (
          <p className="text-subtle">This comment was removed.</p>
        ) : isEditing ? (
          <EditComment comment={comment} onClose={() => setIsEditing(false)} />
        ) : (
          <Body comment={comment} />
        )}
        {comment.document && !comment.deletedAt ? (
          <Link
            href={`${placeHref(workspace.slug, "library")}/${comment.document.id}`}
            className="mt-1 inline-flex items-center gap-1 text-sm text-accent hover:underline"
          >
            <Paperclip className="size-3.5" aria-hidden /> {comment.document.title}
          </Link>
        ) : null}
      </div>
      {comment.deletedAt || isEditing ? null : (
        <span className="flex shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-sm:opacity-100">
          {comment.mayEdit ? (
            <IconButton label="Edit" onClick={() => setIsEditing(true)}>
              <Pencil aria-hidden />
            </IconButton>
          ) : null}
          {comment.mayRemove ? (
            <IconButton label="Remove" onClick={() => void remove()}>
              <Trash2 aria-hidden />
            </IconButton>
          ) : null}
        </span>
      )}
    </article>
  );
}

function Body({ comment }: { comment: CommentView }) {
  const named = comment.mentions.flatMap(({ id, name }) => (name ? [{ userId: id, name }] : []));
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {splitMentions(comment.body, named).map((piece, index) =>
        piece.userId ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
          <span key={index} className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent">
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

function EditComment({ comment, onClose }: { comment: CommentView; onClose: () => void }) {
  const client = useTRPCClient();
  const refresh = useRefreshCollaboration();
  const { people } = usePeople();
  const [text, setText] = useState(comment.body);
  const [failure, setFailure] = useState<string | null>(null);

  async function save() {
    if (text.trim() === "") return;
    try {
      await client.comments.edit.mutate({ id: comment.id, body: text.trim(), mentions: mentionedIn(text, people) });
      await refresh();
      onClose();
    } catch (error) {
      setFailure(errorMessage(error));
    }
  }

  return (
    <div className="mt-1 flex flex-col gap-2">
      <MentionField
        label="Comment"
        value={text}
        onChange={setText}
        people={people}
        onSubmit={() => void save()}
        onCancel={onClose}
      />
      {failure ? (
        <p role="alert" className="text-sm text-danger">
          {failure}
        </p>
      ) : null}
      <div className="flex gap-2">
        <Button size="sm" variant="primary" disabled={text.trim() === ""} onClick={() => void save()}>
          Save
        </Button>
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
