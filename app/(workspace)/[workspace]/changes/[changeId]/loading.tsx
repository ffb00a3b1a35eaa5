import { ChangeSkeleton } from "@/components/changes/change-screen";

export default ChangeSkeleton;
