import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthPage } from "@/components/identity/auth-page";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { requireUser } from "@/server/composition/page-session";
import { listOwnWorkspaces } from "@/server/workspaces";

export const metadata: Metadata = { title: "Your workspaces" };

/** Where signing in leads: straight on when there is one workspace, to the first one's making when there is none. */
export default async function WorkspacesPage() {
  const user = await requireUser("/workspaces");
  const own = await listOwnWorkspaces(user.userId);
  const [first] = own;
  if (!first) redirect("/workspaces/new");
  if (own.length === 1) redirect(`/${first.slug}`);
  return (
    <AuthPage
      title="Your workspaces"
      footer={
        <Link href="/workspaces/new" className="text-accent hover:underline">
          Create another workspace
        </Link>
      }
    >
      <ul className="flex flex-col rounded-lg border border-subtle bg-surface">
        {own.map((workspace) => (
          <li key={workspace.id} className="border-b border-subtle last:border-b-0">
            <Link href={`/${workspace.slug}`} className="flex h-12 items-center gap-3 px-3 hover:bg-hover">
              <Avatar name={workspace.name} isSquare />
              <span className="min-w-0 flex-1 truncate font-medium">{workspace.name}</span>
              <Badge>{workspace.role}</Badge>
            </Link>
          </li>
        ))}
      </ul>
    </AuthPage>
  );
}
