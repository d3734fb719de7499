import type { Settings } from '@backdesk/contract/settings/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Facts } from '@backdesk/ui/data/facts.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useMay } from '../../lib/session.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { settingsQuery } from './settings-queries.ts';
import { t } from './texts.ts';

const modes = ['guest_only', 'optional', 'checkout', 'prices', 'all_pages'] as const;
const registrations = ['automatic', 'approval', 'none'] as const;

/** What visitors of the site need a sign-in for, whether they may register, and whether what they order waits for approval. */
export function SitePanel({ settings }: { settings: Settings }) {
  const mayWrite = useMay('settings:write');
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title={t.site()}
      actions={
        mayWrite && (
          <Button size="small" icon="pencil" aria-label={t.editSite()} onClick={() => setEditing(true)}>
            {t.edit()}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          { term: t.siteSignIn(), value: t.siteModes[settings.siteSignIn]() },
          ...(settings.siteSignIn === 'guest_only' ? [] : [{ term: t.siteRegistration(), value: t.siteRegistrations[settings.siteRegistration]() }]),
          { term: t.siteOrders(), value: t.siteOrdersAre[settings.siteOrdersWait ? 'wait' : 'go']() },
        ]}
      />
      {editing && <EditSite settings={settings} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function EditSite({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [siteSignIn, setSignIn] = useState(settings.siteSignIn);
  const [siteRegistration, setRegistration] = useState(settings.siteRegistration);
  const [siteOrdersWait, setOrdersWait] = useState(settings.siteOrdersWait);
  const save = useMutation({
    mutationFn: () => api.changeSettings({ body: { basedOn: settings.version, siteSignIn, siteRegistration, siteOrdersWait } }),
    onSuccess: (changed) => {
      queryClient.setQueryData(settingsQuery().queryKey, changed);
      onClose();
    },
  });
  return (
    <SettingsPanel title={t.site()} save={save} onClose={onClose}>
      <Select
        label={t.siteSignIn()}
        options={modes.map((value) => ({ value, label: t.siteModes[value]() }))}
        value={siteSignIn}
        onChange={(event) => setSignIn(modes.find((mode) => mode === event.currentTarget.value) ?? siteSignIn)}
      />
      {siteSignIn !== 'guest_only' && (
        <Select
          label={t.siteRegistration()}
          help={t.siteRegistrationHelp()}
          options={registrations.map((value) => ({ value, label: t.siteRegistrations[value]() }))}
          value={siteRegistration}
          onChange={(event) => setRegistration(registrations.find((one) => one === event.currentTarget.value) ?? siteRegistration)}
        />
      )}
      <Checkbox
        label={t.siteOrdersWait()}
        help={t.siteOrdersWaitHelp()}
        checked={siteOrdersWait}
        onChange={(event) => setOrdersWait(event.currentTarget.checked)}
      />
    </SettingsPanel>
  );
}
