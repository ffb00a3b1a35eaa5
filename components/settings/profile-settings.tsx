"use client";
import { useRouter } from "next/navigation";
import { FormError } from "@/components/identity/form-error";
import { field, useSubmit } from "@/components/identity/use-submit";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";
import { DeleteAccountCard } from "./delete-account-card";
import { EmailCard } from "./email-card";
import { OperatorCard } from "./operator-card";

export function ProfileSettings({
  isOperator,
  canBecomeOperator,
}: {
  isOperator: boolean;
  canBecomeOperator: boolean;
}) {
  const { member } = useShell();
  const client = useTRPCClient();
  const router = useRouter();
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    await client.identity.updateProfile.mutate({ name: field(fields, "name") });
    router.refresh();
    toast.ok("Name saved");
  });
  return (
    <>
      <PageHeader title="Profile" description="Your name and address, and who runs this installation." />
      <Card title="You" description="What other members see of you.">
        <form className="flex max-w-100 flex-col gap-4" onSubmit={onSubmit}>
          <FormError message={failure} />
          <Field label="Name">
            {(control) => (
              <Input {...control} name="name" defaultValue={member.name} autoComplete="name" required maxLength={120} />
            )}
          </Field>
          <Button type="submit" variant="primary" className="self-start" isLoading={isBusy}>
            Save name
          </Button>
        </form>
      </Card>
      <EmailCard />
      <OperatorCard isOperator={isOperator} canBecomeOperator={canBecomeOperator} />
      <DeleteAccountCard />
    </>
  );
}
