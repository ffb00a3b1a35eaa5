import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page-layout";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <Page>
      <Skeleton className="h-7 w-44" />
      <Skeleton className="h-7 w-full" />
      <Skeleton className="h-8 w-full" />
      <Card isFlush>
        <SkeletonRows />
      </Card>
    </Page>
  );
}
