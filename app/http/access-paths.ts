import { type Query, withQuery } from "./paths.ts";

/** Addresses within access: apart from the others, which every page carries along. */
export const accessPaths = {
  accessGaps: (query?: Query) => withQuery("/access/gaps", query),
  accessReviews: () => "/access/reviews",
  accessReview: (id: number) => `/access/reviews/${id}`,
  accessCampaigns: () => "/access/campaigns",
  accessCampaign: (id: number) => `/access/campaigns/${id}`,
  newAccessCampaign: (query?: Query) => withQuery("/access/campaigns/new", query),
  changeAccessRequest: (number: number) => `/access/${number}/change`,
  recordedRight: () => "/access/register/new",
  registerExport: () => "/access/register/export",
  register: (query?: Query) => withQuery("/access/register", query),
  entitlement: (id: number) => `/access/register/${id}`,
};
