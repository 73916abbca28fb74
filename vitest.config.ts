import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The properties try hundreds of cases, and a test machine may be slow or busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    exclude: ['test/e2e/**', 'test/editors/**', 'test/bench/**', 'node_modules/**'],
  },
});
