"use client";
import { useState } from "react";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormError } from "./form-error";
import { openSession, SignInRefused } from "./session-client";
import { field, useSubmit } from "./use-submit";

interface SignUpFormProps {
  next: string;
  email?: string;
  /** While the installation waits for its operator, the set-up token can be given here. */
  asksForSetupToken?: boolean;
}

export function SignUpForm({ next, email, asksForSetupToken = false }: SignUpFormProps) {
  const client = useTRPCClient();
  const [hasToken, setHasToken] = useState(false);
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    const credentials = { email: field(fields, "email"), password: field(fields, "password") };
    const setupToken = field(fields, "setupToken").trim();
    await client.identity.signUp.mutate({
      ...credentials,
      name: field(fields, "name"),
      ...(setupToken ? { setupToken } : {}),
    });
    try {
      await openSession(credentials);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      throw new SignInRefused(`${error.message} If you have an account already, sign in with its password.`);
    }
    window.location.assign(next);
  });
  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit} method="post">
      <FormError message={failure} />
      <Field label="Name">
        {(control) => <Input {...control} name="name" autoComplete="name" required maxLength={120} autoFocus />}
      </Field>
      <Field label="E-mail">
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={email}
            readOnly={email !== undefined}
          />
        )}
      </Field>
      <Field label="Password" hint="At least 12 characters. Four unrelated words make a good one.">
        {(control) => (
          <Input {...control} name="password" type="password" autoComplete="new-password" required minLength={12} />
        )}
      </Field>
      {asksForSetupToken && hasToken ? (
        <Field
          label="Set-up token"
          hint="The line in the file setup-token of the server's data folder. It makes you the operator of this installation."
        >
          {(control) => <Input {...control} name="setupToken" autoComplete="off" spellCheck={false} />}
        </Field>
      ) : null}
      {asksForSetupToken && !hasToken ? (
        <Button variant="ghost" className="-ml-3 self-start" onClick={() => setHasToken(true)}>
          I have the set-up token
        </Button>
      ) : null}
      <Button type="submit" variant="primary" size="lg" isLoading={isBusy}>
        Create account
      </Button>
    </form>
  );
}
