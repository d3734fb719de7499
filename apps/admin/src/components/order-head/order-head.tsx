import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { PeopleHere } from '@backdesk/ordering/live/people-here.tsx';
import { useCompany } from '../../lib/live.ts';
import { PageHead } from '../page-head.tsx';
import { MoreMenu } from './more-menu.tsx';
import { NameField } from './name-field.tsx';
import styles from './order-head.module.css';
import { SavedState } from './saved-state.tsx';
import { StageStatus } from './stage-status.tsx';
import { t } from './texts.ts';

/** What this order is called, in which stage it is and whether the work is saved: on the draft and in checkout, there with the step as its part in the window's title. */
export function OrderHead({ editor, state, part }: { editor: OrderEditor; state: EditorState; part?: string }) {
  const order = state.shown;
  const company = useCompany(order.id);
  const title = t.title(order);
  return (
    <PageHead
      title={title}
      windowTitle={[title, order.name].filter(Boolean).join(' ')}
      part={part}
      back={{ label: t.list(), to: '/orders/drafts' }}
      aside={<NameField order={order} editor={editor} />}
      actions={
        <div className={styles.meta}>
          <PeopleHere company={company} />
          <StageStatus order={order} />
          <SavedState state={state} />
          <MoreMenu order={order} editor={editor} />
        </div>
      }
    />
  );
}
