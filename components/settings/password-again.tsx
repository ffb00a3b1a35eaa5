"use client";
import { useShell } from "@/components/shell/shell-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** The person's own password, typed again for what a borrowed browser must not do. The form reads it as `password`. */
export function PasswordAgain() {
  const { member } = useShell();
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={member.email} readOnly />
      <Field label="Your password">
        {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required />}
      </Field>
    </>
  );
}
