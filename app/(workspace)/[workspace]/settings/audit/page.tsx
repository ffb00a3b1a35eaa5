import type { Metadata } from "next";
import { AuditSettings } from "@/components/settings/audit-settings";
import { NoPermission } from "@/components/settings/no-permission";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { requireUser } from "@/server/composition/page-session";
import { findMembership } from "@/server/workspaces";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const user = await requireUser(`/${workspace}/settings/audit`);
  const membership = await findMembership(user.userId, workspace);
  if (!membership || !roleMay(membership.role, "audit:read")) {
    return (
      <NoPermission
        title="The audit is for admins."
        who="An admin or owner of this workspace can give you the role for it."
      />
    );
  }
  return <AuditSettings />;
}
