import { ApiProblem } from '@backdesk/contract/client.ts';
import type { ReactNode } from 'react';
import { isConflict, sentenceOf } from '../../../lib/problem.ts';
import { OwnerLink, takenSkuOf } from '../product-save-failed.tsx';
import { t as products } from '../texts.ts';
import { t } from './texts.ts';

/** Why a cell was not saved: at the cell, with the product that has a SKU, or who changed it meanwhile. */
export function failedText(error: unknown): ReactNode {
  const taken = takenSkuOf(error);
  if (taken !== undefined) {
    return (
      <>
        {products.skuTaken(taken.sku)} <OwnerLink {...taken} />
      </>
    );
  }
  if (!(error instanceof ApiProblem)) return sentenceOf(error);
  if (isConflict(error)) return t.changedMeanwhile(error.problem.conflicts?.[0]?.by ?? '');
  return error.problem.errors?.[0]?.message ?? sentenceOf(error);
}
