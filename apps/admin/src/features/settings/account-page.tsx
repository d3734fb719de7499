import type { Settings } from '@backdesk/contract/settings/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Facts } from '@backdesk/ui/data/facts.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { countryName } from '@backdesk/ui/format/address.ts';
import { formatDateTime } from '@backdesk/ui/format/date.ts';
import { formatMoney } from '@backdesk/ui/format/money.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../components/load-failed.tsx';
import { useMay } from '../../lib/session.tsx';
import { EditAccount } from './edit-account.tsx';
import { LetterheadPanel } from './letterhead/letterhead-panel.tsx';
import { settingsQuery } from './settings-queries.ts';
import { SitePanel } from './site-panel.tsx';
import { t } from './texts.ts';
import { UnitsPanel } from './units/units-panel.tsx';

/** What the account is and how it writes things. */
export function AccountPage() {
  const query = useQuery(settingsQuery());
  const mayWrite = useMay('settings:write');
  const [editing, setEditing] = useState(false);
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  return (
    <>
      <Panel
        title={t.account()}
        actions={
          mayWrite && (
            <Button size="small" icon="pencil" onClick={() => setEditing(true)}>
              {t.edit()}
            </Button>
          )
        }
      >
        <AccountFacts settings={query.data} />
        {editing && <EditAccount settings={query.data} onClose={() => setEditing(false)} />}
      </Panel>
      <LetterheadPanel settings={query.data} />
      <SitePanel settings={query.data} />
      <UnitsPanel />
    </>
  );
}

function AccountFacts({ settings }: { settings: Settings }) {
  const { number, percent } = useFormat();
  const { locale, timeZone, currency } = settings;
  const example = `${formatMoney({ amount: 123456, currency }, locale)} · ${formatDateTime(new Date(), locale, timeZone)}`;
  return (
    <Facts
      facts={[
        { term: t.name(), value: <bdi>{settings.name}</bdi> },
        { term: t.locale(), value: locale },
        { term: t.example(), value: <span className="soft tnum">{example}</span> },
        { term: t.timeZone(), value: timeZone },
        { term: t.currency(), value: currency },
        { term: t.country(), value: [countryName(settings.country, locale), settings.region, settings.postcode].filter(Boolean).join(', ') },
        { term: t.priceMode(), value: settings.priceMode === 'tax_included' ? t.taxIncluded() : t.taxExcluded() },
        { term: t.estimateDays(), value: number(settings.estimateValidDays) },
        { term: t.lockDays(), value: number(settings.acceptedLockDays) },
        { term: t.reminders(), value: t.remindersSay(settings.remindAfterDays, settings.remindBeforeDays) },
        { term: t.driftPolicy(), value: t.driftPolicies[settings.driftPolicy] },
        { term: t.leastMargin(), value: settings.leastMarginPpm === 0 ? t.notBelowCost() : percent(settings.leastMarginPpm) },
        { term: t.inPart(), value: settings.acceptsInPart ? t.yes() : t.no() },
      ]}
    />
  );
}
