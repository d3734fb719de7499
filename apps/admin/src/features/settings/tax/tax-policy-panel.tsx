import type { Settings } from '@backdesk/contract/settings/schema.ts';
import { regionName } from '@backdesk/domain/core/regions.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Facts } from '@backdesk/ui/data/facts.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { countryName } from '@backdesk/ui/format/address.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { useMay } from '../../../lib/session.tsx';
import { settingsQuery } from '../settings-queries.ts';
import { t } from '../texts.ts';
import { EditTaxPolicy } from './edit-tax-policy.tsx';

/** How the account works tax out, whatever the rates. */
export function TaxPolicyPanel() {
  const query = useQuery(settingsQuery());
  const mayWrite = useMay('settings:write');
  const [isEditing, setEditing] = useState(false);
  return (
    <Panel
      title={t.taxPolicy()}
      note={t.taxPolicyNote()}
      actions={
        mayWrite &&
        query.data && (
          <Button size="small" icon="pencil" onClick={() => setEditing(true)}>
            {t.edit()}
            <span className="vh"> {t.taxPolicy()}</span>
          </Button>
        )
      }
    >
      {query.isPending && <Skeleton />}
      {query.isError && !query.data && <LoadFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <PolicyFacts settings={query.data} />}
      {isEditing && query.data && <EditTaxPolicy settings={query.data} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function PolicyFacts({ settings }: { settings: Settings }) {
  const { locale } = useFormat();
  const { country, region, postcode, priceMode, taxRounding, includedElsewhere } = settings;
  const isIncluded = priceMode === 'tax_included';
  return (
    <Facts
      facts={[
        { term: t.priceMode(), value: isIncluded ? t.taxIncluded() : t.taxExcluded() },
        { term: t.rounding(), value: t.roundings[taxRounding] },
        ...(isIncluded ? [{ term: t.elsewhere(), value: t.elsewheres[includedElsewhere] }] : []),
        { term: t.yourPlace(), value: [countryName(country, locale), region === '' ? '' : regionName(country, region), postcode].filter(Boolean).join(', ') },
      ]}
    />
  );
}
