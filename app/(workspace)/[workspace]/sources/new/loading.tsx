import { Page } from "@/components/ui/page-layout";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <Page isNarrow>
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-28 w-full" />
    </Page>
  );
}
