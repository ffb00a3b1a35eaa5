import type { Metadata } from "next";
import Link from "next/link";
import { AuthPage } from "@/components/identity/auth-page";
import { LinkSignIn } from "@/components/identity/link-sign-in";
import { returnPath } from "@/lib/return-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInLinkPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  return (
    <AuthPage
      title="Sign in with a link"
      footer={
        <Link href="/sign-in" className="text-accent hover:underline">
          Sign in with a password
        </Link>
      }
    >
      <LinkSignIn next={returnPath(typeof next === "string" ? next : null, "/workspaces")} />
    </AuthPage>
  );
}
