import { defineConfig } from 'vitest/config';

/** Tests that drive a real VS Code: one after the other, because each starts a server and a browser. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
