import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthPage } from "@/components/identity/auth-page";
import { SignUpForm } from "@/components/identity/sign-up-form";
import { returnPath } from "@/lib/return-path";
import { currentUser } from "@/server/composition/page-session";
import { isWaitingForOperator } from "@/server/identity";

export const metadata: Metadata = { title: "Create an account" };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const path = returnPath(typeof next === "string" ? next : null, "/workspaces");
  if (await currentUser()) redirect(path);
  return (
    <AuthPage
      title="Create an account"
      footer={
        <>
          Have one already?{" "}
          <Link href={`/sign-in?next=${encodeURIComponent(path)}`} className="text-accent underline">
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm next={path} asksForSetupToken={await isWaitingForOperator()} />
    </AuthPage>
  );
}
