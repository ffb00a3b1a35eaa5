/** Collections: shelves of documents, open to the workspace or restricted to named members; the database's policy decides who sees them. */
export { createCollection } from "./create-collection";
export { deleteCollection } from "./delete-collection";
export { ensureCollection } from "./ensure-collection";
export { listCollections } from "./list-collections";
export { makeCollection } from "./make-collection";
export { findCollections, requireCollection, restrictTo } from "./queries";
export { updateCollection } from "./update-collection";
