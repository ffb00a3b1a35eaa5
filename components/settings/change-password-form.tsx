"use client";
import { FormError } from "@/components/identity/form-error";
import { openSession } from "@/components/identity/session-client";
import { field, useSubmit } from "@/components/identity/use-submit";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

export function ChangePasswordForm() {
  const { member } = useShell();
  const client = useTRPCClient();
  const { isBusy, failure, onSubmit } = useSubmit(async (fields, form) => {
    const newPassword = field(fields, "newPassword");
    await client.identity.changePassword.mutate({ currentPassword: field(fields, "currentPassword"), newPassword });
    // Every session has ended, this one too: come back in with a fresh one.
    try {
      await openSession({ email: member.email, password: newPassword });
    } catch {
      window.location.assign("/sign-in?changed=1");
      return;
    }
    form.reset();
    toast.ok("Password changed", { description: "All other sessions have ended." });
  });
  return (
    <Card title="Password" description="Changing it ends your sessions on all other devices.">
      <form className="flex max-w-100 flex-col gap-4" onSubmit={onSubmit} method="post">
        <FormError message={failure} />
        <input type="hidden" name="username" autoComplete="username" value={member.email} readOnly />
        <Field label="Current password">
          {(control) => (
            <Input {...control} name="currentPassword" type="password" autoComplete="current-password" required />
          )}
        </Field>
        <Field label="New password" hint="At least 12 characters. Four unrelated words make a good one.">
          {(control) => (
            <Input
              {...control}
              name="newPassword"
              type="password"
              autoComplete="new-password"
              required
              minLength={12}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" className="self-start" isLoading={isBusy}>
          Change password
        </Button>
      </form>
    </Card>
  );
}
