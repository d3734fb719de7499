import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import type { CompanyStore } from '@backdesk/ordering/live/order-company.ts';
import { createContext, useContext } from 'react';

/** What the parts of a draft share and what does not change while it is edited, so that rows are only drawn when their line moves. */
export type DraftTools = {
  readonly editor: OrderEditor;
  /** Who else is here. */
  readonly company: CompanyStore;
  /** Whose name a price by hand carries. */
  readonly by: string;
  readonly canEdit: boolean;
  readonly canOverride: boolean;
  /** Opens the product page of a line, to change what was answered there. */
  readonly openLine: (line: OrderLine) => void;
};

const DraftContext = createContext<DraftTools | null>(null);

export const DraftProvider = DraftContext.Provider;

export function useDraft(): DraftTools {
  const tools = useContext(DraftContext);
  if (tools === null) throw new Error('useDraft outside a draft');
  return tools;
}
