import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  casing: "snake_case",
  schema: "./app/db/schema.server.ts",
  out: "./drizzle/migrations",
});
