"use client";
import { useState } from "react";
import { FormError } from "@/components/identity/form-error";
import { useSubmit } from "@/components/identity/use-submit";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";

/** A button and not the mere opening of the page: programs that look into mails open links. */
export function UnsubscribeForm({ token }: { token: string }) {
  const client = useTRPCClient();
  const [isDone, setIsDone] = useState(false);
  const { isBusy, failure, onSubmit } = useSubmit(async () => {
    await client.notifications.unsubscribe.mutate({ token });
    setIsDone(true);
  });
  if (isDone) {
    return (
      <p role="status" className="rounded-md bg-ok-soft px-3 py-2 text-ok">
        Done. You get no more daily mails from this workspace.
      </p>
    );
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit} method="post">
      <FormError message={failure} />
      <Button type="submit" variant="primary" size="lg" isLoading={isBusy}>
        Stop this mail
      </Button>
    </form>
  );
}
