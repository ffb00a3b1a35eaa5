"use client";
import { FormError } from "@/components/identity/form-error";
import { field, useSubmit } from "@/components/identity/use-submit";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordAgain } from "./password-again";

/** For owners. */
export function DeleteWorkspaceCard() {
  const { workspace } = useShell();
  const client = useTRPCClient();
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    await client.workspaces.remove.mutate({ name: field(fields, "name"), password: field(fields, "password") });
    window.location.assign("/workspaces");
  });
  return (
    <Card
      title="Delete the workspace"
      description="Documents, answers, sources, members, keys and the audit trail are erased for everybody. There is no way back."
    >
      <form className="flex max-w-100 flex-col gap-4" onSubmit={onSubmit} method="post">
        <FormError message={failure} />
        <Field label={`Type ${workspace.name} to go on`}>
          {(control) => <Input {...control} name="name" autoComplete="off" required />}
        </Field>
        <PasswordAgain />
        <Button type="submit" variant="danger" className="self-start" isLoading={isBusy}>
          Delete this workspace
        </Button>
      </form>
    </Card>
  );
}
