import { Page } from "@/components/ui/page-layout";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <Page>
      <Skeleton className="h-7 w-80 max-w-full" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <Skeleton className="h-120 w-full" />
        <Skeleton className="h-80 w-full" />
      </div>
    </Page>
  );
}
