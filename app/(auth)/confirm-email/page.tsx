import type { Metadata } from "next";
import Link from "next/link";
import { AuthPage } from "@/components/identity/auth-page";
import { ConfirmEmailForm } from "@/components/identity/confirm-email-form";

// The address holds a secret while the page is open: it goes nowhere as a referrer.
export const metadata: Metadata = { title: "Confirm your address", referrer: "no-referrer" };

export default async function ConfirmEmailPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[]; email?: string | string[] }>;
}) {
  const { token, email } = await searchParams;
  const isWhole = typeof token === "string" && typeof email === "string";
  const footer = (
    <Link href="/sign-in" className="text-accent hover:underline">
      Go to sign-in
    </Link>
  );
  return (
    <AuthPage
      title="Confirm your address"
      description={
        isWhole ? `You sign in as ${email} from now on.` : "This link is not whole. Open it from the mail again."
      }
      footer={footer}
    >
      {isWhole ? <ConfirmEmailForm token={token} email={email} /> : null}
    </AuthPage>
  );
}
