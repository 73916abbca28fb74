import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The properties try hundreds of cases, and a test machine may be slow or busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a page shows at last is waited for as long as an element is.
    expect: { poll: { timeout: 20_000 } },
    exclude: ['test/e2e/**', 'test/editors/**', 'test/bench/**', 'node_modules/**'],
  },
});
