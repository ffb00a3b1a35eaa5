import { Lock } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** Says who can give what is missing. */
export function NoPermission({ title, who }: { title: string; who: string }) {
  return <EmptyState icon={Lock} title={title} description={who} />;
}
