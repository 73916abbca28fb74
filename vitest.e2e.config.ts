import { defineConfig } from 'vitest/config';

/** Tests that drive real editors: one after the other, because each starts programs of its own. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts', 'test/editors/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // An editor that starts beside others on a busy machine takes its time.
    expect: { poll: { timeout: 30_000 } },
    // A window that loses the focus for a moment on a busy machine is no fault of ours; one that fails twice is.
    retry: 1,
  },
});
