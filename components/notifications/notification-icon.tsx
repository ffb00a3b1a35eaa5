import {
  AlarmClock,
  AtSign,
  CalendarClock,
  CheckSquare,
  Coins,
  FileDiff,
  FileStack,
  type LucideIcon,
  Radar,
  Scale,
  TriangleAlert,
  UserRound,
  Wrench,
} from "lucide-react";
import type { NotificationKind } from "@/lib/vocabulary/notifications";

const icons: Record<NotificationKind, LucideIcon> = {
  source_broken: TriangleAlert,
  source_odd: Radar,
  source_recovered: Radar,
  source_to_fix: Wrench,
  opportunity_found: FileStack,
  opportunity_amended: FileDiff,
  opportunity_assigned: UserRound,
  opportunity_decided: Scale,
  deadline_moved: CalendarClock,
  deadline_near: AlarmClock,
  deadline_contradicted: TriangleAlert,
  mentioned: AtSign,
  task_assigned: CheckSquare,
  task_due: CheckSquare,
  budget_near: Coins,
};

/** What it is about, at a glance; the words beside it say the same. */
export function NotificationIcon({ kind }: { kind: NotificationKind }) {
  const Icon = icons[kind];
  return <Icon className="mt-1.5 self-start" aria-hidden />;
}
