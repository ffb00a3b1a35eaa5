import type { Metadata } from "next";
import Link from "next/link";
import { AuthPage } from "@/components/identity/auth-page";
import { CreateWorkspaceForm } from "@/components/identity/create-workspace-form";
import { requireUser } from "@/server/composition/page-session";
import { listOwnWorkspaces } from "@/server/workspaces";

export const metadata: Metadata = { title: "Create a workspace" };

export default async function NewWorkspacePage() {
  const user = await requireUser("/workspaces/new");
  const hasOthers = (await listOwnWorkspaces(user.userId)).length > 0;
  return (
    <AuthPage
      title="Create a workspace"
      description="Documents, questions and people of one company or team live in a workspace. Nothing in it can be seen from another."
      footer={
        hasOthers ? (
          <Link href="/workspaces" className="text-accent hover:underline">
            Back to your workspaces
          </Link>
        ) : (
          `Signed in as ${user.email}`
        )
      }
    >
      <CreateWorkspaceForm />
    </AuthPage>
  );
}
