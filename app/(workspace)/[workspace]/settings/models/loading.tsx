import { ModelsSkeleton } from "@/components/models/models-screen";

export default ModelsSkeleton;
