import { DocumentSkeleton } from "@/components/library/document-screen";

export default DocumentSkeleton;
