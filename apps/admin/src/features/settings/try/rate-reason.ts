import type { TriedRate } from '@backdesk/contract/pricing/schema.ts';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

/** Why a rate costs what it does, or does not serve: "by weight, up to 2.5 kg". */
export function rateReason({ terms, tier, isFreeOver }: Pick<TriedRate, 'terms' | 'tier' | 'isFreeOver'>, format: Format): string {
  const money = (amount: number) => format.money({ amount, currency: format.currency });
  if (isFreeOver && terms.freeOverAmount !== null) return t.free(money(terms.freeOverAmount));
  switch (terms.kind) {
    case 'flat':
      return t.flat();
    case 'by_weight': {
      const end = terms.tiers[tier ?? terms.tiers.length - 1]?.upToGrams ?? null;
      if (tier === null) return t.tooHeavy(format.weight(end ?? 0));
      return end === null ? t.lastWeightStep() : t.weightStep(format.weight(end));
    }
    case 'by_items': {
      const end = terms.tiers[tier ?? terms.tiers.length - 1]?.upToAmount ?? null;
      if (tier === null) return t.tooMuch(money(end ?? 0));
      return end === null ? t.lastItemsStep() : t.itemsStep(money(end));
    }
  }
}
