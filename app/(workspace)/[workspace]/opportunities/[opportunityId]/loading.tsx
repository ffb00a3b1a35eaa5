export { OpportunitySkeleton as default } from "@/components/opportunities/detail/opportunity-screen";
