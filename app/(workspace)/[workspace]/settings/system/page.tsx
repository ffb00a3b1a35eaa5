import type { Metadata } from "next";
import { SystemScreen } from "@/components/jobs/system-screen";
import { NoPermission } from "@/components/settings/no-permission";
import { requireUser } from "@/server/composition/page-session";

export const metadata: Metadata = { title: "System" };

export default async function SystemPage({ params }: { params: Promise<{ workspace: string }> }) {
  const user = await requireUser(`/${(await params).workspace}/settings/system`);
  if (user.isOperator !== true) {
    return (
      <NoPermission
        title="This page is for the operator of this installation."
        who="Whoever holds the set-up token becomes operator under Profile."
      />
    );
  }
  return <SystemScreen />;
}
