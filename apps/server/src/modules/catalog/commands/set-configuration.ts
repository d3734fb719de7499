import type { SetConfiguration } from '@backdesk/contract/catalog/configuration.ts';
import { definitionFaults } from '@backdesk/domain/catalog/check-definition.ts';
import type { ConfigurationOption, OptionUpcharge } from '@backdesk/domain/catalog/configuration-options.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { stamped } from '../changed-fields.ts';
import { getProduct } from '../queries/get-product.ts';
import { loadRecords } from '../queries/load-records.ts';
import { listTakenIds, saveConfiguration } from '../store/save-configuration.ts';
import { saveRecords } from '../store/save-records.ts';

type NewOption = SetConfiguration['options'][number];
type NewUpcharge = Pick<Extract<NewOption, { kind: 'text' }>, 'perPiece' | 'perLine' | 'ppm' | 'breaks'>;

/**
 * Sets all configuration options of a product. What keeps its id keeps its answers, whatever it is called now; what is left out is no
 * longer asked, and drafts that answered it say so. Drafts, carts and saved carts are priced anew.
 */
export async function setConfiguration(context: CommandContext, productId: string, { basedOn, options }: SetConfiguration): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product } = found;
  const { product: shown } = await getProduct({ ...context, db: tx }, productId);
  const before = shown.configuration_options;
  const wanted = await optionsOf(context, before, options);
  const version = product.version + 1;
  const conflicts = await fieldConflicts({
    context,
    subjectId: productId,
    basedOn,
    fieldVersions: product.fieldVersions,
    current: { configuration: namesOf(before) },
  });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  await saveConfiguration(context, productId, wanted);
  const fieldVersions = stamped(product.fieldVersions, [{ field: 'configuration' }], version);
  await saveRecords(context, { products: [{ ...product, version, fieldVersions }], variants: [], images: { of: [], rows: [] }, pricesOf: new Set() });
  const changes = [{ field: 'configuration', from: namesOf(before), to: wanted.map(({ name }) => name) }];
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.configuration_set', data: { changes } }]);
  await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [productId] });
}

const namesOf = (options: readonly ConfigurationOption[]) => options.filter((option) => !option.removed).map(({ name }) => name);

/** The options as the domain has them, those of ids that are here and new ones. */
async function optionsOf(
  context: CommandContext,
  before: readonly ConfigurationOption[],
  options: readonly NewOption[],
): Promise<readonly ConfigurationOption[]> {
  const known = new Map(before.map((option) => [option.id, option]));
  refuseRepeated(options, '/options');
  const taken = await listTakenIds(
    context,
    options.flatMap((option) => [option.id ?? [], option.kind === 'choice' ? option.values.map(({ id }) => id ?? []) : []].flat(2)),
  );
  const wanted = options.map((option, index): ConfigurationOption => {
    const pointer = `/options/${index}`;
    const present = option.id === undefined ? undefined : known.get(option.id);
    if (option.id !== undefined && present === undefined && taken.has(option.id)) throw invalidField(`${pointer}/id`, 'is no option of this product');
    if (present !== undefined && present.kind !== option.kind) throw invalidField(`${pointer}/kind`, 'cannot change: remove the option and make another');
    const asked = { ...option, id: option.id ?? context.newId(), removed: false };
    if (asked.kind !== 'choice') return { ...asked, ...upchargeOf(context, asked, pointer) };
    refuseRepeated(asked.values, `${pointer}/values`);
    const offered = new Set(present?.kind === 'choice' ? present.values.map(({ id }) => id) : []);
    const values = asked.values.map((value, at) => {
      const place = `${pointer}/values/${at}`;
      if (value.id !== undefined && !offered.has(value.id) && taken.has(value.id)) throw invalidField(`${place}/id`, 'is no value of this option');
      return { ...value, id: value.id ?? context.newId(), removed: false, ...upchargeOf(context, value, place) };
    });
    return { ...asked, values };
  });
  const errors = definitionFaults(wanted);
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
  return wanted;
}

function upchargeOf({ account }: CommandContext, { perPiece, perLine, ppm, breaks }: NewUpcharge, pointer: string): OptionUpcharge {
  if (perLine !== undefined && perLine.currency !== account.currency) throw invalidField(`${pointer}/perLine/currency`, `must be ${account.currency}`);
  return { currency: account.currency, perPiece, perLine: minor(perLine?.amount ?? 0), ppm, breaks };
}

/** Two of one name could not be told apart on a line; two of one id would be one. */
function refuseRepeated(entries: readonly { readonly id?: string | undefined; readonly name: string }[], pointer: string): void {
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const [index, { id, name }] of entries.entries()) {
    if (names.has(name.toLowerCase())) throw invalidField(`${pointer}/${index}/name`, 'is the name of another one here');
    if (id !== undefined && ids.has(id)) throw invalidField(`${pointer}/${index}/id`, 'is the id of another one here');
    names.add(name.toLowerCase());
    if (id !== undefined) ids.add(id);
  }
}
