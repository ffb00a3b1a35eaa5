"use client";
import { type FormEvent, useId, useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { SavedSearch } from "./saved-search-types";
import { useSavedSearches } from "./use-saved-searches";

type SaveViewDialogProps = { onClose: () => void } & (
  | { filters: Record<string, unknown>; search?: undefined }
  | { search: SavedSearch; filters?: undefined }
);

/** A new view under a name, or an other name for one. */
export function SaveViewDialog({ filters, search, onClose }: SaveViewDialogProps) {
  const client = useTRPCClient();
  const { refresh } = useSavedSearches();
  const formId = useId();
  const [name, setName] = useState(search?.name ?? "");
  const [hasAlert, setHasAlert] = useState(search?.hasAlert ?? true);
  const [isShared, setIsShared] = useState(search?.isShared ?? false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFailure(null);
    const given = { name: name.trim(), hasAlert, isShared };
    try {
      if (search) await client.savedSearches.update.mutate({ id: search.id, ...given });
      else await client.savedSearches.save.mutate({ ...given, filters: filters ?? {} });
      await refresh();
      toast.ok(search ? "View changed" : `“${given.name}” saved`);
      onClose();
    } catch (error) {
      setFailure(errorMessage(error));
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      title={search ? "Change the view" : "Save this view"}
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isBusy} disabled={name.trim() === ""}>
            Save view
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Name" error={failure}>
          {(control) => (
            <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Checkbox
          label="Tell me when it finds a new opportunity"
          checked={hasAlert}
          onChange={(event) => setHasAlert(event.target.checked)}
        />
        <Checkbox
          label="Share it with the workspace"
          checked={isShared}
          onChange={(event) => setIsShared(event.target.checked)}
        />
      </form>
    </Dialog>
  );
}
