import { vi } from 'vitest';

/** Cases a property is tried with: 1,000, or what FAST_CHECK_RUNS says (`FAST_CHECK_RUNS=10000 npm test`). */
export const runs = { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 1_000) };

// Ten times the cases take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });
