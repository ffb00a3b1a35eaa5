"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Lock, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { CollectionView } from "./library-types";
import { useRefreshLibrary } from "./use-refresh-library";

/** Collections group documents and decide who sees them. */
export function CollectionsDialog({ onClose }: { onClose: () => void }) {
  const collections = useQuery(useTRPC().collections.list.queryOptions({}));
  return (
    <Dialog
      title="Collections"
      description="An open collection is seen by every member; a restricted one by those that it names."
      isOpen
      onOpenChange={onClose}
    >
      {collections.isPending ? <SkeletonRows rows={3} /> : null}
      {collections.isError ? (
        <QueryError error={collections.error} title="The collections could not be loaded." />
      ) : null}
      <ul className="divide-y divide-subtle">
        {collections.data?.collections.map((collection) => (
          <CollectionRow key={collection.id} collection={collection} />
        ))}
      </ul>
      <NewCollection />
    </Dialog>
  );
}

function CollectionRow({ collection }: { collection: CollectionView }) {
  const refresh = useRefreshLibrary();
  const remove = useMutation(useTRPC().collections.remove.mutationOptions({ onSuccess: () => refresh() }));
  return (
    <li className="py-1">
      <div className="flex min-h-row items-center gap-2">
        <span className="min-w-0 flex-1 truncate">{collection.name}</span>
        {collection.visibility === "restricted" ? (
          <Badge>
            <Lock aria-hidden /> {collection.memberIds.length}{" "}
            {collection.memberIds.length === 1 ? "member" : "members"}
          </Badge>
        ) : null}
        <span className="text-sm text-muted tabular-nums">
          {collection.documentCount.toLocaleString("en")} documents
        </span>
        {collection.isDefault ? (
          <span className="size-8" />
        ) : (
          <IconButton
            label={collection.documentCount > 0 ? "Move its documents first" : `Delete ${collection.name}`}
            disabled={collection.documentCount > 0 || remove.isPending}
            onClick={() => remove.mutate({ id: collection.id })}
          >
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </div>
      {remove.isError ? <p className="text-sm text-danger">{errorMessage(remove.error)}</p> : null}
    </li>
  );
}

const visibilityOptions = [
  { value: "workspace", label: "Open to the workspace" },
  { value: "restricted", label: "Restricted to named members" },
] as const;

function NewCollection() {
  const trpc = useTRPC();
  const refresh = useRefreshLibrary();
  const [name, setName] = useState("");
  const [isRestricted, setIsRestricted] = useState(false);
  const [memberIds, setMemberIds] = useState<readonly string[]>([]);
  const members = useQuery(trpc.members.list.queryOptions(undefined, { enabled: isRestricted }));
  const create = useMutation(
    trpc.collections.create.mutationOptions({
      onSuccess: async () => {
        setName("");
        setMemberIds([]);
        await refresh();
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate({
      name: name.trim(),
      visibility: isRestricted ? "restricted" : "workspace",
      memberIds: isRestricted ? [...memberIds] : [],
    });
  }

  return (
    <form onSubmit={submit} className="mt-3 flex flex-col gap-3 border-t border-subtle pt-3">
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label="New collection"
          className="min-w-40 flex-1"
          error={create.isError ? errorMessage(create.error) : null}
        >
          {(control) => (
            <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Select
          aria-label="Who sees it"
          value={isRestricted ? "restricted" : "workspace"}
          onChange={(event) => setIsRestricted(event.target.value === "restricted")}
          options={visibilityOptions}
        />
        <Button type="submit" isLoading={create.isPending} disabled={name.trim() === ""}>
          Create
        </Button>
      </div>
      {isRestricted ? (
        <fieldset className="flex max-h-40 flex-col gap-1.5 overflow-y-auto">
          <legend className="mb-1 text-sm font-medium">Members who see it</legend>
          {members.data?.map((member) => (
            <Checkbox
              key={member.userId}
              label={`${member.name} (${member.email})`}
              checked={memberIds.includes(member.userId)}
              onChange={(event) =>
                setMemberIds(
                  event.target.checked ? [...memberIds, member.userId] : memberIds.filter((id) => id !== member.userId),
                )
              }
            />
          ))}
        </fieldset>
      ) : null}
    </form>
  );
}
