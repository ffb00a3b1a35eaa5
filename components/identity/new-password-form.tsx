"use client";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormError } from "./form-error";
import { field, useSubmit } from "./use-submit";

export function NewPasswordForm({ token }: { token: string }) {
  const client = useTRPCClient();
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    await client.identity.resetPassword.mutate({ token, password: field(fields, "password") });
    window.location.assign("/sign-in?changed=1");
  });
  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit} method="post">
      <FormError message={failure} />
      <Field label="New password" hint="At least 12 characters. Four unrelated words make a good one.">
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={12}
            autoFocus
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" isLoading={isBusy}>
        Set the password
      </Button>
    </form>
  );
}
