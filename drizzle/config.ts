import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  casing: "snake_case",
  schema: "./app/db/schema.server.ts",
  // Drafts to take from: the migrations themselves are written by hand, with policies and checks that drizzle cannot say.
  out: "./.cache/drizzle",
});
