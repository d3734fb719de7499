import type { CommandContext } from '../../context.ts';
import { audienceOf } from '../line-from-catalog.ts';
import { placeLines } from '../place-lines.ts';
import { pricingLine } from '../price-record.ts';
import { lineLabels, type TrialCart } from '../queries/find-trial-cart.ts';
import { resolveVariants } from '../resolve-variants.ts';
import { chargedLines } from '../with-charges.ts';

type Article = { readonly sku: string; readonly quantity: number };
type ArticleLines = Pick<TrialCart, 'labels'> & Pick<TrialCart['input'], 'lines'>;

/** Articles by SKU as the calculator takes them, at today's list prices. Reads only; an unknown SKU is `request.invalid`. */
export async function listArticleLines(context: CommandContext, articles: readonly Article[]): Promise<ArticleLines> {
  const { account, newId } = context;
  const audience = audienceOf({ customer: null, company: null, currency: account.currency }, context);
  const pointerOf = (index: number) => `/articles/${index}`;
  const snapshots = await resolveVariants(context, articles, audience, pointerOf);
  const { lines } = placeLines({ present: [], requested: articles, snapshots, files: [], audience, newId, pointerOf });
  const charged = chargedLines(lines);
  return { lines: charged.map(pricingLine), labels: lineLabels(charged) };
}
