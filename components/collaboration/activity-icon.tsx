import {
  ArrowRightLeft,
  CalendarClock,
  CheckSquare,
  CircleDot,
  FileDiff,
  FileText,
  ListChecks,
  type LucideIcon,
  Scale,
  Trophy,
  UserRound,
} from "lucide-react";

/** By what the deed is done to: "stage.move" is about a stage. */
const icons: Record<string, LucideIcon> = {
  stage: ArrowRightLeft,
  outcome: Trophy,
  owner: UserRound,
  watcher: UserRound,
  decision: Scale,
  task: CheckSquare,
  deadline: CalendarClock,
  document: FileText,
  requirement: ListChecks,
  amendment: FileDiff,
};

export function ActivityIcon({ deed }: { deed: string }) {
  const Icon = icons[deed.split(".")[0] ?? ""] ?? CircleDot;
  return (
    <span className="flex size-6 shrink-0 items-center justify-center rounded-full bg-sunken text-muted">
      <Icon className="size-3.5" aria-hidden />
    </span>
  );
}
