import Link from "next/link";
import { buttonClass } from "@/components/ui/button";

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-120 flex-col items-start justify-center gap-3 px-6">
      <h1 className="text-xl font-semibold">There is nothing at this address</h1>
      <p className="text-muted">
        The link may be old, or what it led to belongs to a workspace that you are not a member of. An admin of that
        workspace can invite you.
      </p>
      <Link href="/workspaces" className={buttonClass({ variant: "secondary" })}>
        Go to your workspace
      </Link>
    </main>
  );
}
