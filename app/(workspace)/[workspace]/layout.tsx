import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { earlyDropScript } from "@/components/shell/early-drop";
import { requireUser } from "@/server/composition/page-session";
import { findMembership, listOwnWorkspaces } from "@/server/workspaces";
import { signOutHere } from "./sign-out";

interface WorkspaceLayoutProps {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: WorkspaceLayoutProps): Promise<Metadata> {
  const user = await requireUser(await pathHere());
  const membership = await findMembership(user.userId, (await params).workspace);
  return membership
    ? { title: { default: membership.workspace.name, template: `%s · ${membership.workspace.name}` } }
    : {};
}

/** A workspace that the person does not belong to looks like one that does not exist. */
export default async function WorkspaceLayout({ params, children }: WorkspaceLayoutProps) {
  const user = await requireUser(await pathHere());
  const membership = await findMembership(user.userId, (await params).workspace);
  if (!membership) notFound();
  const workspaces = await listOwnWorkspaces(user.userId);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      {/* Browsers hide the nonce from scripts, so what React reads there is not what it wrote. */}
      <script nonce={nonce} suppressHydrationWarning>
        {earlyDropScript}
      </script>
      <AppShell
        workspace={membership.workspace}
        workspaces={workspaces.map(({ id, slug, name }) => ({ id, slug, name }))}
        member={{ name: user.name, email: user.email, role: membership.role }}
        signOut={signOutHere}
      >
        {children}
      </AppShell>
    </>
  );
}

/** The page that was asked for, to come back to after signing in. */
async function pathHere(): Promise<string> {
  return (await headers()).get("x-outrider-path") ?? "/workspaces";
}
