import { Button } from '@backdesk/ui/actions/button.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { type FormEvent, type ReactNode, useId } from 'react';
import { SaveFailed } from '../../components/save-failed.tsx';
import styles from './settings-layout.module.css';
import { t } from './texts.ts';

type Save = { readonly error: unknown; readonly isError: boolean; readonly isPending: boolean; readonly mutate: () => void };

/** A form at the right: Save and Cancel below, what was refused above. */
export function SettingsPanel({
  title,
  save,
  onClose,
  extra,
  children,
}: {
  title: string;
  save: Save;
  onClose: () => void;
  extra?: ReactNode;
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
        <div className={styles.foot}>
          {extra}
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            {t.save()}
          </Button>
        </div>
      }
    >
      <form id={formId} className="stack" noValidate onSubmit={submit}>
        {save.isError && <SaveFailed error={save.error} />}
        {children}
      </form>
    </SidePanel>
  );
}
