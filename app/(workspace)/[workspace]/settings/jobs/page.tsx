import type { Metadata } from "next";
import { JobsScreen } from "@/components/jobs/jobs-screen";
import { NoPermission } from "@/components/settings/no-permission";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { requireUser } from "@/server/composition/page-session";
import { findMembership } from "@/server/workspaces";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const user = await requireUser(`/${workspace}/settings/jobs`);
  const membership = await findMembership(user.userId, workspace);
  if (!membership || !roleMay(membership.role, "jobs:read")) {
    return (
      <NoPermission
        title="Jobs are for admins."
        who="An admin or owner of this workspace can give you the role for it."
      />
    );
  }
  return <JobsScreen />;
}
