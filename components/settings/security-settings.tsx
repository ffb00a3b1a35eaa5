"use client";
import { PageHeader } from "@/components/ui/page-header";
import { ChangePasswordForm } from "./change-password-form";
import { SessionsCard } from "./sessions-card";

export function SecuritySettings() {
  return (
    <>
      <PageHeader title="Security" description="Your password, and where you are signed in." />
      <ChangePasswordForm />
      <SessionsCard />
    </>
  );
}
