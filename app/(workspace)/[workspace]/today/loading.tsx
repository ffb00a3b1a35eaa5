import { Page } from "@/components/ui/page-layout";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <Page>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-20 w-full" />
      <SkeletonRows />
    </Page>
  );
}
