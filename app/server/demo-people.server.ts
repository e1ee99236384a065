/** Opens every account of the demo people, who exist only in an embedded database or one with TRAM_DEMO=1. */
export const DEMO_PASSWORD = "station-demo-2026";
