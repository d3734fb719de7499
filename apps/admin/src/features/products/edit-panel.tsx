import { Button } from '@backdesk/ui/actions/button.tsx';
import { PanelFoot } from '@backdesk/ui/overlays/panel-foot.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { ProductSaveFailed } from './product-save-failed.tsx';
import { t } from './texts.ts';

type EditPanelProps = {
  title: string;
  wide?: boolean;
  /** What saves it; Enter in a field does too. */
  save: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'isError' | 'error'>;
  /** What saving is called here, when it is more than Save. */
  saveLabel?: string;
  onClose: () => void;
  /** What else can be done, before Cancel. */
  extra?: ReactNode;
  children: ReactNode;
};

/** The drawer that something of a product is changed in: its fields, Save and Cancel, and why it was not saved. */
export function EditPanel({ title, wide = false, save, saveLabel, onClose, extra, children }: EditPanelProps) {
  const formId = useId();
  return (
    <SidePanel
      title={title}
      wide={wide}
      closeLabel={t.close()}
      onClose={onClose}
      foot={
        <PanelFoot>
          {extra}
          {extra && <span className="push" />}
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            {saveLabel ?? t.save()}
          </Button>
        </PanelFoot>
      }
    >
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.isError && <ProductSaveFailed error={save.error} />}
        {children}
      </form>
    </SidePanel>
  );
}
