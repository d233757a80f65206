/** What every package's vitest run has in common: a result file that tooling/run-tests.mjs adds up. */
export const sharedTest = {
  include: ['test/**/*.test.ts'],
  reporters: ['default', ['json', { outputFile: 'test-results/results.json' }]],
  testTimeout: 20_000,
  hookTimeout: 60_000,
}
