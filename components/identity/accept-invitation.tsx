"use client";
import { useState } from "react";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { FormError } from "./form-error";
import { wordsOf } from "./use-submit";

export function AcceptInvitation({ token, workspaceName }: { token: string; workspaceName: string }) {
  const client = useTRPCClient();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function accept() {
    setIsBusy(true);
    setFailure(null);
    try {
      const workspace = await client.invitations.accept.mutate({ token });
      window.location.assign(`/${workspace.slug}`);
    } catch (error) {
      setFailure(wordsOf(error));
      setIsBusy(false);
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <FormError message={failure} />
      <Button variant="primary" size="lg" isLoading={isBusy} onClick={accept}>
        Join {workspaceName}
      </Button>
    </div>
  );
}
