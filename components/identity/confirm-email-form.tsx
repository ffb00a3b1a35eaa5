"use client";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { FormError } from "./form-error";
import { useSubmit } from "./use-submit";

/** A button and not the mere opening of the page: programs that look into mails open links. */
export function ConfirmEmailForm({ token, email }: { token: string; email: string }) {
  const client = useTRPCClient();
  const { isBusy, failure, onSubmit } = useSubmit(async () => {
    await client.identity.confirmEmailChange.mutate({ token, email });
    window.location.assign("/workspaces");
  });
  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit} method="post">
      <FormError message={failure} />
      <Button type="submit" variant="primary" size="lg" isLoading={isBusy}>
        Use this address
      </Button>
    </form>
  );
}
