import type { Metadata } from "next";
import Link from "next/link";
import { AuthPage } from "@/components/identity/auth-page";
import { UnsubscribeForm } from "@/components/notifications/unsubscribe-form";

// The address holds a secret while the page is open: it goes nowhere as a referrer.
export const metadata: Metadata = { title: "Stop the daily mail", referrer: "no-referrer" };

export default async function UnsubscribePage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const isWhole = typeof token === "string" && token !== "";
  const footer = (
    <Link href="/sign-in" className="text-accent hover:underline">
      Go to sign-in
    </Link>
  );
  return (
    <AuthPage
      title="Stop the daily mail"
      description={
        isWhole
          ? "You are told on the screens of Outrider as before. The mail can be turned on again in Settings, Notifications."
          : "This link is not whole. Open it from the mail again."
      }
      footer={footer}
    >
      {isWhole ? <UnsubscribeForm token={token} /> : null}
    </AuthPage>
  );
}
