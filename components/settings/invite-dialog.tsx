"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "@/components/identity/form-error";
import { field, useSubmit } from "@/components/identity/use-submit";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { roleChoices, toRole } from "./role-words";
import { ShownOnce } from "./shown-once";

export function InviteDialog() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        Invite member
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Invite a member"
        description="The invitation is for this address only, can be used once and is good for 7 days."
      >
        <InviteForm onClose={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function InviteForm({ onClose }: { onClose: () => void }) {
  const { member } = useShell();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<{ email: string; link: string; isMailed: boolean } | null>(null);
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    const { invitation, link, isMailed } = await client.invitations.create.mutate({
      email: field(fields, "email"),
      role: toRole(field(fields, "role")),
    });
    await queryClient.invalidateQueries(trpc.invitations.list.pathFilter());
    setMade({ email: invitation.email, link, isMailed });
  });
  if (made) {
    return (
      <ShownOnce secret={made.link} copyLabel="Copy link" onClose={onClose}>
        {made.isMailed
          ? `A mail with this link is on its way to ${made.email}. You can also send the link yourself; it is shown only now.`
          : `No mail server is set up, so that nobody mails ${made.email}: send the link yourself. It is shown only now; the operator finds it in the outbox.`}
      </ShownOnce>
    );
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit}>
      <FormError message={failure} />
      <Field label="E-mail">
        {(control) => <Input {...control} name="email" type="email" autoComplete="off" required />}
      </Field>
      <Field label="Role">
        {(control) => <Select {...control} name="role" defaultValue="member" options={roleChoices(member.role)} />}
      </Field>
      <Button type="submit" variant="primary" className="self-end" isLoading={isBusy}>
        Invite
      </Button>
    </form>
  );
}
