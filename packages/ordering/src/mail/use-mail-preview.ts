import type { MailPreview } from '@backdesk/contract/order/estimate-revision.ts';
import { useState } from 'react';

/** A preview that is asked for, shown and left again; `textOf` puts a refusal into words. */
export function useMailPreview(load: () => Promise<MailPreview>, textOf: (error: unknown) => string) {
  const [preview, setPreview] = useState<MailPreview | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function show() {
    setLoading(true);
    setFailed(null);
    try {
      setPreview(await load());
    } catch (error) {
      setFailed(textOf(error));
    }
    setLoading(false);
  }

  return { preview, isLoading, failed, show: () => void show(), leave: () => setPreview(null) };
}
