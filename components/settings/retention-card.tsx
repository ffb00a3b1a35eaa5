"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/identity/form-error";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { failureWords } from "@/components/sources/failure-words";
import { retentionFormOf, retentionOf } from "@/components/sources/retention.logic";
import { RetentionFields, retentionPromise } from "@/components/sources/retention-fields";
import type { Retention } from "@/components/sources/source-types";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";

/** What is kept of the past of watched sources that have no rule of their own. */
export function RetentionCard({ canManage }: { canManage: boolean }) {
  const trpc = useTRPC();
  const rule = useQuery(trpc.sources.retention.queryOptions());
  return (
    <Card title="Earlier revisions of watched pages" description={retentionPromise}>
      {rule.data ? (
        <RetentionForm key={JSON.stringify(rule.data)} rule={rule.data} canManage={canManage} />
      ) : rule.isError ? (
        <FormError message={failureWords(rule.error)} />
      ) : (
        <Skeleton className="h-14 w-full" />
      )}
    </Card>
  );
}

function RetentionForm({ rule, canManage }: { rule: Retention; canManage: boolean }) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [form, setForm] = useState(() => retentionFormOf(rule));
  const chosen = retentionOf(form);
  const save = useMutation({
    mutationFn: (next: Retention) => client.sources.setRetention.mutate({ retention: next }),
    onSuccess: async () => {
      await cache.invalidateQueries(trpc.sources.retention.queryFilter());
      toast.ok("Rule changed", { description: "It takes effect with the next daily tidying." });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen) save.mutate(chosen);
  }

  return (
    <form className="flex max-w-150 flex-col gap-4" onSubmit={submit}>
      <FormError message={save.isError ? failureWords(save.error) : null} />
      <RetentionFields
        form={form}
        isDisabled={!canManage}
        onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
      />
      {canManage ? (
        <Button type="submit" variant="primary" className="self-start" isLoading={save.isPending} disabled={!chosen}>
          Save rule
        </Button>
      ) : null}
    </form>
  );
}
