import { Button } from '@backdesk/ui/actions/button.tsx';
import { PanelFoot } from '@backdesk/ui/overlays/panel-foot.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { type FormEvent, type ReactNode, useId } from 'react';
import { SaveFailed } from '../../components/save-failed.tsx';
import { t } from './texts.ts';

type Save = { readonly error: unknown; readonly isError: boolean; readonly isPending: boolean; readonly mutate: () => void };

/** A form at the right: Save and Cancel below, what was refused above. */
export function SettingsPanel({
  title,
  save,
  onClose,
  extra,
  saveLabel = t.save(),
  children,
}: {
  title: string;
  save: Save;
  onClose: () => void;
  extra?: ReactNode;
  saveLabel?: string;
  children: ReactNode;
}) {
  const formId = useId();
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }
  return (
    <SidePanel
      title={title}
      closeLabel={t.close()}
      onClose={onClose}
      foot={
        <PanelFoot>
          {extra}
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            {saveLabel}
          </Button>
        </PanelFoot>
      }
    >
      <form id={formId} className="stack" noValidate onSubmit={submit}>
        {save.isError && <SaveFailed error={save.error} />}
        {children}
      </form>
    </SidePanel>
  );
}
