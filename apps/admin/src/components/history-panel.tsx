import { Panel } from '@backdesk/ui/data/panel.tsx';
import { type HistoryEntry, HistoryList, type HistoryListProps } from './history-list.tsx';
import { t } from './texts.ts';

export function HistoryPanel(props: Omit<HistoryListProps<HistoryEntry>, 'action'>) {
  return (
    <Panel title={t.history()}>
      <HistoryList {...props} />
    </Panel>
  );
}
