import type { Metadata } from "next";
import Link from "next/link";
import { AuthPage } from "@/components/identity/auth-page";
import { NewPasswordForm } from "@/components/identity/new-password-form";
import { RequestResetForm } from "@/components/identity/request-reset-form";
import { isResetLinkOpen } from "@/server/identity";

// The address holds a secret while the page is open: it goes nowhere as a referrer.
export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const footer = (
    <Link href="/sign-in" className="text-accent hover:underline">
      Back to sign-in
    </Link>
  );
  if (typeof token === "string" && token) {
    if (!(await isResetLinkOpen(token))) {
      return (
        <AuthPage
          title="This link is not valid any more"
          description="It was used, replaced by a newer one, or is older than an hour. Nothing has changed; ask for a new link:"
          footer={footer}
        >
          <RequestResetForm />
        </AuthPage>
      );
    }
    return (
      <AuthPage title="Set a new password" description="All your sessions end; you sign in again." footer={footer}>
        <NewPasswordForm token={token} />
      </AuthPage>
    );
  }
  return (
    <AuthPage title="Forgot the password" description="We send you a link that sets a new one." footer={footer}>
      <RequestResetForm />
    </AuthPage>
  );
}
