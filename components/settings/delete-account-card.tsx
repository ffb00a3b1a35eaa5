"use client";
import { FormError } from "@/components/identity/form-error";
import { field, useSubmit } from "@/components/identity/use-submit";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PasswordAgain } from "./password-again";

export function DeleteAccountCard() {
  const client = useTRPCClient();
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    await client.workspaces.deleteAccount.mutate({ password: field(fields, "password") });
    window.location.assign("/sign-in");
  });
  return (
    <Card
      title="Delete your account"
      description="Your sessions, memberships and API keys end at once, in all workspaces. What you made stays with them. There is no way back."
    >
      <form className="flex max-w-100 flex-col gap-4" onSubmit={onSubmit} method="post">
        <FormError message={failure} />
        <PasswordAgain />
        <Button type="submit" variant="danger" className="self-start" isLoading={isBusy}>
          Delete my account
        </Button>
      </form>
    </Card>
  );
}
