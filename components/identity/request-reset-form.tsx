"use client";
import { useState } from "react";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormError } from "./form-error";
import { field, useSubmit } from "./use-submit";

export function RequestResetForm() {
  const client = useTRPCClient();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    const email = field(fields, "email");
    await client.identity.requestPasswordReset.mutate({ email });
    setSentTo(email);
  });
  if (sentTo) {
    return (
      <p role="status" className="rounded-md bg-ok-soft px-3 py-2 text-ok">
        If {sentTo} has an account, a link for a new password is on its way. It is good for one hour. Where no mail
        server is set up, the operator of this installation finds it in the outbox.
      </p>
    );
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit} method="post">
      <FormError message={failure} />
      <Field label="E-mail">
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required autoFocus />}
      </Field>
      <Button type="submit" variant="primary" size="lg" isLoading={isBusy}>
        Send the link
      </Button>
    </form>
  );
}
