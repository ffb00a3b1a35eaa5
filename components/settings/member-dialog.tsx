"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "@/components/identity/form-error";
import { wordsOf } from "@/components/identity/use-submit";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { MemberDeed } from "./member-deed";
import { roleChoices, toRole } from "./role-words";

export function MemberDialog({ deed, onClose }: { deed: MemberDeed; onClose: () => void }) {
  const { workspace } = useShell();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { member } = deed;
  const refresh = () => queryClient.invalidateQueries(trpc.members.list.pathFilter());
  if (deed.kind === "role") return <RoleDialog deed={deed} onClose={onClose} onChanged={refresh} />;

  const words = {
    suspend: {
      title: `Suspend ${member.name}?`,
      description: `${member.name} is shut out of ${workspace.name} within 5 seconds, API keys too. Role and work stay, and you can let ${member.name} in again.`,
      action: "Suspend",
      run: () => client.members.suspend.mutate({ userId: member.userId, isSuspended: true }),
      done: `${member.name} is suspended`,
    },
    resume: {
      title: `Let ${member.name} in again?`,
      description: `${member.name} gets back in as ${member.role}.`,
      action: "Let in again",
      run: () => client.members.suspend.mutate({ userId: member.userId, isSuspended: false }),
      done: `${member.name} can get in again`,
    },
    remove: {
      title: `Remove ${member.name} from ${workspace.name}?`,
      description: `${member.name} loses access within 5 seconds and the API keys are revoked. What ${member.name} made stays. To come back takes a new invitation.`,
      action: "Remove",
      run: () => client.members.remove.mutate({ userId: member.userId }),
      done: `${member.name} was removed`,
    },
  }[deed.kind];
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.title}
      description={words.description}
      action={words.action}
      onConfirm={async () => {
        await words.run();
        await refresh();
        toast.ok(words.done);
      }}
    />
  );
}

function RoleDialog({
  deed,
  onClose,
  onChanged,
}: {
  deed: MemberDeed;
  onClose: () => void;
  onChanged: () => Promise<void>;
}) {
  const { member: viewer } = useShell();
  const client = useTRPCClient();
  const [role, setRole] = useState(deed.member.role);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function change() {
    setIsBusy(true);
    setFailure(null);
    try {
      await client.members.changeRole.mutate({ userId: deed.member.userId, role });
      await onChanged();
      toast.ok(`${deed.member.name} is ${role} now`);
      onClose();
    } catch (error) {
      setFailure(wordsOf(error));
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="sm"
      title={`Role of ${deed.member.name}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" isLoading={isBusy} disabled={role === deed.member.role} onClick={change}>
            Change role
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <FormError message={failure} />
        <Field label="Role">
          {(control) => (
            <Select
              {...control}
              value={role}
              onChange={(event) => setRole(toRole(event.target.value))}
              options={roleChoices(viewer.role)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
