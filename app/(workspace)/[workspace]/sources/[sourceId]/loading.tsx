import { SourceSkeleton } from "@/components/sources/source-screen";

export default SourceSkeleton;
