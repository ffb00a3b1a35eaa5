import type { Metadata } from "next";
import Link from "next/link";
import { AcceptInvitation } from "@/components/identity/accept-invitation";
import { AuthPage } from "@/components/identity/auth-page";
import { InvitedPerson } from "@/components/identity/invited-person";
import { Button } from "@/components/ui/button";
import { FactList } from "@/components/ui/page-layout";
import { currentUser } from "@/server/composition/page-session";
import { InvitationNotValidError, previewInvitation } from "@/server/workspaces";
import { signOutFirst } from "./sign-out-first";

// The address holds a secret while the page is open: it goes nowhere as a referrer.
export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function AcceptInvitationPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  const invitation = await previewInvitation(given).catch((error) => {
    if (error instanceof InvitationNotValidError) return error;
    throw error;
  });
  if (invitation instanceof Error) {
    return (
      <AuthPage
        title="This invitation is not valid any more"
        description="It was used, withdrawn or replaced, or it has expired. Who invited you can send a new one."
        footer={
          <Link href="/workspaces" className="text-accent hover:underline">
            Go to your workspaces
          </Link>
        }
      >
        {null}
      </AuthPage>
    );
  }
  const user = await currentUser();
  const here = `/accept-invitation?token=${encodeURIComponent(given)}`;
  return (
    <AuthPage title={`Join ${invitation.workspace.name}`} description="What you accept:">
      <FactList
        facts={[
          { name: "Workspace", value: invitation.workspace.name },
          { name: "Role", value: invitation.role },
          { name: "For", value: invitation.email },
          { name: "Invited by", value: invitation.invitedByName },
          { name: "Good until", value: invitation.expiresAt.toISOString().slice(0, 10) },
        ]}
      />
      {user === null ? <InvitedPerson email={invitation.email} next={here} /> : null}
      {user?.email === invitation.email ? (
        <AcceptInvitation token={given} workspaceName={invitation.workspace.name} />
      ) : null}
      {user && user.email !== invitation.email ? (
        <form action={signOutFirst} className="flex flex-col gap-4">
          <p role="alert" className="rounded-md bg-attention-soft px-3 py-2 text-attention">
            You are signed in as {user.email}; this invitation is for {invitation.email} only.
          </p>
          <Button type="submit" variant="primary" size="lg" className="wrap-anywhere">
            Sign out and go on as {invitation.email}
          </Button>
        </form>
      ) : null}
    </AuthPage>
  );
}
