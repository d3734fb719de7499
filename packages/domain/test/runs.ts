/** Cases a property is tried with: 1,000, or what FAST_CHECK_RUNS says (`FAST_CHECK_RUNS=10000 npm test`). */
export const runs = { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 1_000) };
