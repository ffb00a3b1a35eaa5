"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";

/** For owners: hands the workspace to another member. */
export function TransferCard() {
  const { workspace, member } = useShell();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const members = useQuery(trpc.members.list.queryOptions());
  const others = members.data?.filter((one) => one.email !== member.email && !one.suspendedAt) ?? [];
  const [chosen, setChosen] = useState("");
  const [isAsking, setIsAsking] = useState(false);
  const next = others.find((one) => one.userId === chosen) ?? others[0];
  return (
    <Card title="Hand over" description="Makes another member owner. You stay as an admin.">
      {next ? (
        <div className="flex flex-wrap items-end gap-2">
          <Field label="New owner">
            {(control) => (
              <Select
                {...control}
                value={next.userId}
                onChange={(event) => setChosen(event.target.value)}
                options={others.map((one) => ({ value: one.userId, label: `${one.name} (${one.email})` }))}
              />
            )}
          </Field>
          <Button onClick={() => setIsAsking(true)}>Hand over</Button>
          <ConfirmDialog
            isOpen={isAsking}
            onOpenChange={setIsAsking}
            title={`Make ${next.name} owner of ${workspace.name}?`}
            description="You become an admin. Only the new owner can give it back."
            action="Hand over"
            onConfirm={async () => {
              await client.workspaces.transfer.mutate({ userId: next.userId });
              router.refresh();
              toast.ok(`${next.name} is the owner now`);
            }}
          />
        </div>
      ) : (
        <p className="text-muted">
          {members.isPending ? "Loading members…" : "There is no other active member. Invite one first."}
        </p>
      )}
    </Card>
  );
}
