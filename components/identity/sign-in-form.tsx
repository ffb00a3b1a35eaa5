"use client";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormError } from "./form-error";
import { openSession } from "./session-client";
import { field, useSubmit } from "./use-submit";

interface SignInFormProps {
  /** Where to go afterwards: a path on this origin. */
  next: string;
  /** Fixed when an invitation says who signs in. */
  email?: string;
}

export function SignInForm({ next, email }: SignInFormProps) {
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    await openSession({ email: field(fields, "email"), password: field(fields, "password") });
    // A full load: nothing of the stranger's pages may be kept for the person.
    window.location.assign(next);
  });
  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit} method="post">
      <FormError message={failure} />
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
            autoFocus={email === undefined}
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required />}
      </Field>
      <Button type="submit" variant="primary" size="lg" isLoading={isBusy}>
        Sign in
      </Button>
      <Link href="/reset-password" className="self-start text-sm text-accent hover:underline">
        Forgot the password
      </Link>
    </form>
  );
}
