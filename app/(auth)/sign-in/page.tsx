import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthPage } from "@/components/identity/auth-page";
import { SignInForm } from "@/components/identity/sign-in-form";
import { returnPath } from "@/lib/return-path";
import { currentUser } from "@/server/composition/page-session";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; changed?: string }>;
}) {
  const { next, changed } = await searchParams;
  const path = returnPath(typeof next === "string" ? next : null, "/workspaces");
  if (await currentUser()) redirect(path);
  return (
    <AuthPage
      title="Sign in"
      description={changed ? "The new password is set. All sessions have ended." : undefined}
      footer={
        <>
          New here?{" "}
          <Link href={`/sign-up?next=${encodeURIComponent(path)}`} className="text-accent underline">
            Create an account
          </Link>
        </>
      }
    >
      <SignInForm next={path} />
    </AuthPage>
  );
}
