"use client";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormError } from "./form-error";
import { field, useSubmit } from "./use-submit";

export function CreateWorkspaceForm() {
  const client = useTRPCClient();
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    const workspace = await client.workspaces.create.mutate({ name: field(fields, "name") });
    window.location.assign(`/${workspace.slug}`);
  });
  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit}>
      <FormError message={failure} />
      <Field label="Name" hint="Your company or team. It can be changed later; the address stays.">
        {(control) => (
          <Input {...control} name="name" required minLength={2} maxLength={80} autoComplete="organization" autoFocus />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" isLoading={isBusy}>
        Create workspace
      </Button>
    </form>
  );
}
