"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell, CheckCheck, Mail } from "lucide-react";
import { useLive } from "@/components/shell/live";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { NotificationIcon } from "./notification-icon";

const newest = { limit: 10 };

/** The bell: what this person is told without having asked, newest first. Opening one marks it as read. */
export function NotificationsMenu() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { workspace } = useShell();
  const told = useQuery(trpc.notifications.list.queryOptions(newest, { staleTime: 60_000 }));
  const refresh = () => cache.invalidateQueries(trpc.notifications.list.queryFilter());
  const markRead = useMutation(trpc.notifications.markRead.mutationOptions({ onSuccess: refresh }));
  useLive(({ kind }) => {
    if (kind === "notification" || kind === "reset") void refresh();
  });
  const notifications = told.data?.notifications ?? [];
  const unread = told.data?.unread ?? 0;
  const label = unread === 0 ? "Notifications" : `Notifications, ${unread} unread`;
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="icon" aria-label={label} className="relative">
          <Bell aria-hidden />
          {unread > 0 && (
            <span
              aria-hidden
              className="absolute right-0.5 top-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[10px] leading-4 text-on-accent"
            >
              {unread > 9 ? "9+" : unread}
            </span>
          )}
        </Button>
      }
    >
      {notifications.length === 0 && (
        <p className="w-72 px-2 py-3 text-sm text-muted">
          Nothing yet. You are told here of new opportunities, deadlines that come near or move, what colleagues ask of
          you, and sources that can no longer be read.
        </p>
      )}
      {notifications.map((one) => (
        <MenuItem key={one.id} href={`/${workspace.slug}${one.path}`} onSelect={() => markRead.mutate({ id: one.id })}>
          <NotificationIcon kind={one.kind} />
          <span className="flex w-68 flex-col py-1">
            <span className="flex items-baseline gap-2">
              {/* What it is about stands at its end as often as not. */}
              <span className={cn("line-clamp-2 min-w-0 flex-1 wrap-anywhere", !one.readAt && "font-medium")}>
                {one.title}
              </span>
              {!one.readAt && <span className="sr-only">unread</span>}
              <span className="shrink-0 text-xs text-muted">
                <RelativeTime at={one.createdAt} />
              </span>
            </span>
            <span className="line-clamp-2 text-sm text-muted">{one.body}</span>
          </span>
        </MenuItem>
      ))}
      <MenuSeparator />
      {unread > 0 && (
        <MenuItem onSelect={() => markRead.mutate({})}>
          <CheckCheck aria-hidden /> Mark all as read
        </MenuItem>
      )}
      <MenuItem href={`/${workspace.slug}/settings/notifications`}>
        <Mail aria-hidden /> Daily mail and settings
      </MenuItem>
    </Menu>
  );
}
