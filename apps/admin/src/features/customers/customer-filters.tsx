import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CustomersSearch } from '../../lib/customers-search.ts';
import { customerFieldsQuery } from '../../lib/field-queries.ts';
import { priceRolesQuery } from '../../lib/price-roles-query.ts';
import styles from './customer-filters.module.css';
import { t } from './texts.ts';

type Flag = 'taxExempt' | 'openAccount' | 'hasOpenOrders';

/** How many filters are set; tabs and words are seen by themselves. */
export function countFilters({
  companyId,
  roleId,
  taxExempt,
  openAccount,
  hasOpenOrders,
  siteAccess,
  createdFrom,
  createdUntil,
  fields = {},
}: CustomersSearch): number {
  const one = [companyId, roleId, taxExempt, openAccount, hasOpenOrders, siteAccess, createdFrom, createdUntil].filter((value) => value !== undefined).length;
  return one + Object.keys(fields).length;
}

/** The filters of the listing. Each shows at once what it finds; the address keeps them. */
export function CustomerFilters({ search }: { search: CustomersSearch }) {
  const navigate = useNavigate();
  const definitions = useQuery(customerFieldsQuery()).data?.items ?? [];
  const roles = useQuery(priceRolesQuery()).data?.items ?? [];
  const set = (part: { readonly [Name in keyof CustomersSearch]?: CustomersSearch[Name] | undefined }) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, ...part, cursor: undefined }) as never });
  const flag = (name: Flag, label: string, [yes, no]: readonly [string, string]) => (
    <Select
      label={label}
      placeholder={t.any()}
      options={[
        { value: 'true', label: yes },
        { value: 'false', label: no },
      ]}
      value={search[name] === undefined ? '' : String(search[name])}
      onChange={({ currentTarget: { value } }) => set({ [name]: value === '' ? undefined : value === 'true' })}
    />
  );
  function setField(code: string, value: string | boolean | undefined) {
    const { [code]: _, ...others } = search.fields ?? {};
    const fields = value === undefined ? others : { ...others, [code]: value };
    set({ fields: Object.keys(fields).length === 0 ? undefined : fields });
  }
  return (
    <fieldset className={styles.filters} aria-label={t.filters()}>
      {flag('hasOpenOrders', t.openOrders(), [t.hasOpenOrders(), t.hasNoOpenOrders()])}
      {flag('taxExempt', t.tax(), [t.taxExempt(), t.taxed()])}
      {flag('openAccount', t.openAccount(), [t.allowed(), t.notAllowed()])}
      <Select
        label={t.siteSignIn()}
        placeholder={t.any()}
        options={[
          { value: 'waiting', label: t.siteWaits() },
          { value: 'open', label: t.siteLetIn() },
        ]}
        value={search.siteAccess ?? ''}
        onChange={({ currentTarget: { value } }) => set({ siteAccess: value === 'waiting' || value === 'open' ? value : undefined })}
      />
      {(roles.length > 0 || search.roleId !== undefined) && (
        <Select
          label={t.role()}
          placeholder={t.any()}
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.roleId ?? ''}
          onChange={({ currentTarget: { value } }) => set({ roleId: value || undefined })}
        />
      )}
      <TextInput
        label={t.createdFrom()}
        type="date"
        value={search.createdFrom ?? ''}
        max={search.createdUntil}
        onChange={({ currentTarget: { value } }) => set({ createdFrom: value || undefined })}
      />
      <TextInput
        label={t.createdUntil()}
        type="date"
        value={search.createdUntil ?? ''}
        min={search.createdFrom}
        onChange={({ currentTarget: { value } }) => set({ createdUntil: value || undefined })}
      />
      {definitions.filter(isFilter).map((definition) => (
        <FieldFilter
          key={definition.code}
          definition={definition}
          value={search.fields?.[definition.code]}
          onChange={(value) => setField(definition.code, value)}
        />
      ))}
      {search.companyId !== undefined && (
        <div className={styles.action}>
          <Button icon="close" onClick={() => set({ companyId: undefined })}>
            {t.ofOneCompany()}
          </Button>
        </div>
      )}
      {countFilters(search) > 0 && (
        <div className={styles.action}>
          <Button variant="link" onClick={() => set(noFilters)}>
            {t.clearFilters()}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

export const noFilters = {
  companyId: undefined,
  roleId: undefined,
  taxExempt: undefined,
  openAccount: undefined,
  hasOpenOrders: undefined,
  siteAccess: undefined,
  createdFrom: undefined,
  createdUntil: undefined,
  fields: undefined,
};

const isFilter = ({ active, type }: FieldDefinition) => active && (type === 'select' || type === 'checkbox');

type FieldFilterProps = { definition: FieldDefinition; value: string | boolean | undefined; onChange: (value: string | boolean | undefined) => void };

function FieldFilter({ definition: { type, label, options }, value, onChange }: FieldFilterProps) {
  const choices =
    type === 'select'
      ? options.map((option) => ({ value: option, label: option }))
      : [
          { value: 'true', label: t.ticked() },
          { value: 'false', label: t.notTicked() },
        ];
  return (
    <Select
      label={label}
      placeholder={t.any()}
      options={choices}
      value={value === undefined ? '' : String(value)}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? undefined : type === 'select' ? currentTarget.value : currentTarget.value === 'true')
      }
    />
  );
}
