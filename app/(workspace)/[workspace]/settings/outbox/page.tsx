import type { Metadata } from "next";
import { NoPermission } from "@/components/settings/no-permission";
import { OutboxSettings } from "@/components/settings/outbox-settings";
import { requireUser } from "@/server/composition/page-session";

export const metadata: Metadata = { title: "Outbox" };

export default async function OutboxPage({ params }: { params: Promise<{ workspace: string }> }) {
  const user = await requireUser(`/${(await params).workspace}/settings/outbox`);
  if (user.isOperator !== true) {
    return (
      <NoPermission
        title="The outbox is for the operator of this installation."
        who="Whoever holds the set-up token becomes operator under Profile."
      />
    );
  }
  return <OutboxSettings />;
}
