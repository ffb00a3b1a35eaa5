"use client";
import { ChangePasswordForm } from "./change-password-form";
import { SessionsCard } from "./sessions-card";

export function SecuritySettings() {
  return (
    <>
      <ChangePasswordForm />
      <SessionsCard />
    </>
  );
}
