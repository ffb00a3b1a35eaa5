"use client";
import { useRouter } from "next/navigation";
import { FormError } from "@/components/identity/form-error";
import { field, useSubmit } from "@/components/identity/use-submit";
import { useTRPCClient } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

interface OperatorCardProps {
  isOperator: boolean;
  canBecomeOperator: boolean;
}

/** Shown to the operator, and to everybody while the installation has none. */
export function OperatorCard({ isOperator, canBecomeOperator }: OperatorCardProps) {
  const client = useTRPCClient();
  const router = useRouter();
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    await client.identity.claimOperator.mutate({ setupToken: field(fields, "setupToken").trim() });
    router.refresh();
    toast.ok("You are the operator of this installation");
  });
  if (isOperator) {
    return (
      <Card
        title="Operator"
        description="You look after this installation: its outbox of mails, its jobs and its health."
        actions={<Badge meaning="accent">operator</Badge>}
      />
    );
  }
  if (!canBecomeOperator) return null;
  return (
    <Card
      title="This installation has no operator yet"
      description="The operator reads the outbox and looks after jobs and health. The set-up token proves that you can reach the server's data folder."
    >
      <form className="flex max-w-100 flex-col gap-4" onSubmit={onSubmit}>
        <FormError message={failure} />
        <Field label="Set-up token" hint="The line in the file setup-token of the server's data folder.">
          {(control) => <Input {...control} name="setupToken" autoComplete="off" spellCheck={false} required />}
        </Field>
        <Button type="submit" className="self-start" isLoading={isBusy}>
          Become operator
        </Button>
      </form>
    </Card>
  );
}
