import type { ProductRecord } from './records.ts';

/** For history and conflicts: "Size: S, M, L". */
export const optionsInWords = (options: ProductRecord['options']): readonly string[] => options.map(({ name, values }) => `${name}: ${values.join(', ')}`);
