"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "@/components/identity/form-error";
import { field, useSubmit } from "@/components/identity/use-submit";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type ApiKeyScope, apiKeyScopes, roleAtLeast, scopeGrants } from "@/lib/vocabulary/workspaces";
import { ShownOnce } from "./shown-once";

const scopeOptions: { value: ApiKeyScope; label: string }[] = [
  { value: "read", label: "read: search and read" },
  { value: "write", label: "write: also add documents and ask" },
  { value: "admin", label: "admin: also manage members and settings" },
];
const lifetimes = [
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "", label: "until it is revoked" },
];

export function CreateApiKeyDialog() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        Create key
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title="Create an API key">
        <CreateApiKeyForm onClose={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function CreateApiKeyForm({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { member } = useShell();
  const options = scopeOptions.filter(({ value }) => roleAtLeast(member.role, scopeGrants[value].role));
  const [token, setToken] = useState<string | null>(null);
  const { isBusy, failure, onSubmit } = useSubmit(async (fields) => {
    const days = Number(field(fields, "days"));
    const made = await client.apiKeys.create.mutate({
      name: field(fields, "name"),
      scope: apiKeyScopes.find((scope) => scope === field(fields, "scope")) ?? "read",
      expiresInDays: days || null,
    });
    await queryClient.invalidateQueries(trpc.apiKeys.list.pathFilter());
    setToken(made.apiKey);
  });
  if (token) {
    return (
      <ShownOnce secret={token} copyLabel="Copy key" onClose={onClose}>
        Copy the key now: it is shown only this once.
      </ShownOnce>
    );
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit}>
      <FormError message={failure} />
      <Field label="Name" hint="What will use it.">
        {(control) => <Input {...control} name="name" required maxLength={80} autoComplete="off" />}
      </Field>
      <Field label="Scope">
        {(control) => <Select {...control} name="scope" defaultValue="read" options={options} />}
      </Field>
      <Field label="Good for">
        {(control) => <Select {...control} name="days" defaultValue="90" options={lifetimes} />}
      </Field>
      <Button type="submit" variant="primary" className="self-end" isLoading={isBusy}>
        Create key
      </Button>
    </form>
  );
}
