import type { Letterhead, Settings } from '@backdesk/contract/settings/schema.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Facts } from '@backdesk/ui/data/facts.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { useMay } from '../../../lib/session.tsx';
import { letterheadQuery } from '../settings-queries.ts';
import { t as shared } from '../texts.ts';
import { EditLetterhead } from './edit-letterhead.tsx';
import styles from './letterhead.module.css';
import { t } from './texts.ts';

/** Who sells, as estimates say it, the terms under them, and how they look. */
export function LetterheadPanel({ settings }: { settings: Settings }) {
  const query = useQuery(letterheadQuery());
  const mayWrite = useMay('settings:write');
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title={t.title()}
      actions={
        mayWrite &&
        query.data && (
          <Button size="small" icon="pencil" aria-label={t.edit()} onClick={() => setEditing(true)}>
            {shared.edit()}
          </Button>
        )
      }
    >
      {query.isError && !query.data && <LoadFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonPage label={shared.loading()} />}
      {query.data && <LetterheadFacts letterhead={query.data} settings={settings} />}
      {query.data && editing && <EditLetterhead letterhead={query.data} settings={settings} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function LetterheadFacts({ letterhead, settings }: { letterhead: Letterhead; settings: Settings }) {
  const { percent } = useFormat();
  const { legalName, taxId, phone, email, address, terms, paymentTerms, depositPpm, logo, pictures } = letterhead;
  const isUnsaid = [legalName, taxId, phone, email].every((text) => text === '') && address === null;
  return (
    <Facts
      facts={[
        ...(logo === null ? [] : [{ term: t.logo(), value: <img className={styles.logo} src={logo.url} alt={logo.name} /> }]),
        ...(isUnsaid ? [{ term: t.address(), value: <span className="soft">{t.nothing()}</span> }] : []),
        ...said(t.legalName(), legalName),
        ...(address === null ? [] : [{ term: t.address(), value: <AddressLines address={address} homeCountry={settings.country} /> }]),
        ...said(t.taxId(), taxId),
        ...said(t.phone(), phone),
        ...said(t.email(), email),
        ...said(t.paymentTerms(), paymentTerms),
        ...(depositPpm === null ? [] : [{ term: t.depositAsked(), value: percent(depositPpm) }]),
        { term: t.terms(), value: terms === '' ? <span className="soft">{t.none()}</span> : <span className={styles.terms}>{terms}</span> },
        { term: t.accent(), value: <Swatch colour={settings.accent} /> },
        { term: t.paper(), value: shared.paperNames[settings.paper] },
        { term: t.pictures(), value: pictures ? t.yes() : t.no() },
      ]}
    />
  );
}

const said = (term: string, text: string) => (text === '' ? [] : [{ term, value: <bdi>{text}</bdi> }]);

function Swatch({ colour }: { colour: string }) {
  return (
    <span className={styles.swatch}>
      <span style={{ background: colour }} /> {colour}
    </span>
  );
}
