"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormError } from "@/components/identity/form-error";
import { field, useSubmit } from "@/components/identity/use-submit";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { DeleteWorkspaceCard } from "./delete-workspace-card";
import { RetentionCard } from "./retention-card";
import { TransferCard } from "./transfer-card";

export function WorkspaceSettings() {
  const { workspace, member } = useShell();
  const client = useTRPCClient();
  const router = useRouter();
  const [isLeaving, setIsLeaving] = useState(false);
  const canManage = roleMay(member.role, "workspace:manage");
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    await client.workspaces.rename.mutate({ name: field(fields, "name") });
    router.refresh();
    toast.ok("Workspace renamed");
  });
  return (
    <>
      <PageHeader title="Workspace" description="Its name, who owns it, leaving and deleting it." />
      <Card title="Name" description="Members see it in the sidebar and in invitations.">
        <form className="flex max-w-100 flex-col gap-4" onSubmit={onSubmit}>
          <FormError message={failure} />
          <Field label="Name" hint={canManage ? undefined : "An admin or owner can change it."}>
            {(control) => (
              <Input
                {...control}
                key={workspace.name}
                name="name"
                defaultValue={workspace.name}
                disabled={!canManage}
                required
                minLength={2}
                maxLength={80}
              />
            )}
          </Field>
          <Field label="Address" hint="It stays when the name changes, so that links keep working.">
            {(control) => <Input {...control} value={`/${workspace.slug}`} readOnly />}
          </Field>
          {canManage ? (
            <Button type="submit" variant="primary" className="self-start" isLoading={isBusy}>
              Save name
            </Button>
          ) : null}
        </form>
      </Card>
      <RetentionCard canManage={canManage} />
      {roleMay(member.role, "workspace:transfer") ? <TransferCard /> : null}
      <Card
        title="Leave"
        description={`You lose access to ${workspace.name} and your API keys stop working. What you made stays.`}
      >
        <Button onClick={() => setIsLeaving(true)}>Leave the workspace</Button>
        <ConfirmDialog
          isOpen={isLeaving}
          onOpenChange={setIsLeaving}
          title={`Leave ${workspace.name}?`}
          description="Your documents, questions and answers stay with the workspace. To come back, you need an invitation."
          action="Leave"
          onConfirm={async () => {
            await client.workspaces.leave.mutate();
            window.location.assign("/workspaces");
          }}
        />
      </Card>
      {roleMay(member.role, "workspace:delete") ? <DeleteWorkspaceCard /> : null}
    </>
  );
}
