import type { ViteUserConfig } from 'vitest/config'

/** What every package's vitest run has in common: a result file that tooling/run-tests.mjs adds up. */
export declare const sharedTest: NonNullable<ViteUserConfig['test']>
