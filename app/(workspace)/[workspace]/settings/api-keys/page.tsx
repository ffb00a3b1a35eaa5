import type { Metadata } from "next";
import { ApiKeysSettings } from "@/components/settings/api-keys-settings";
import { NoPermission } from "@/components/settings/no-permission";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { requireUser } from "@/server/composition/page-session";
import { findMembership } from "@/server/workspaces";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const user = await requireUser(`/${workspace}/settings/api-keys`);
  const membership = await findMembership(user.userId, workspace);
  if (!membership || !roleMay(membership.role, "api-keys:own")) {
    return (
      <NoPermission
        title="API keys are for members."
        who="An admin or owner of this workspace can give you the role for it."
      />
    );
  }
  return <ApiKeysSettings />;
}
