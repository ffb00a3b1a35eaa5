import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/ui/page-layout";
import { requireUser } from "@/server/composition/page-session";

export default async function SettingsLayout({
  params,
  children,
}: {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}) {
  const user = await requireUser(`/${(await params).workspace}/settings`);
  return (
    <Page>
      <SettingsNav isOperator={user.isOperator} />
      {children}
    </Page>
  );
}
