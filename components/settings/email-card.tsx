"use client";
import { FormError } from "@/components/identity/form-error";
import { field, useSubmit } from "@/components/identity/use-submit";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { PasswordAgain } from "./password-again";

/** Asks for another address; it changes when the link that is mailed there is followed. */
export function EmailCard() {
  const { member } = useShell();
  const client = useTRPCClient();
  const { isBusy, failure, onSubmit } = useSubmit(async (fields, form) => {
    const email = field(fields, "email");
    await client.identity.requestEmailChange.mutate({ email, password: field(fields, "password") });
    form.reset();
    toast.ok("Confirm the new address", { description: `Follow the link in the mail to ${email}.` });
  });
  return (
    <Card title="E-mail" description={`You sign in as ${member.email}.`}>
      <form className="flex max-w-100 flex-col gap-4" onSubmit={onSubmit} method="post">
        <FormError message={failure} />
        <Field label="New address" hint="We send a link to it. Until you follow it, nothing changes.">
          {(control) => <Input {...control} name="email" type="email" autoComplete="email" required maxLength={254} />}
        </Field>
        <PasswordAgain />
        <Button type="submit" variant="primary" className="self-start" isLoading={isBusy}>
          Change address
        </Button>
      </form>
    </Card>
  );
}
