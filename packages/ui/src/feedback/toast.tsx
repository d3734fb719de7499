import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../icons/icon.tsx';
import { cx } from '../text/cx.ts';
import styles from './toast.module.css';

export type ToastAction = { readonly label: string; readonly run: () => void };

export type ToastInput = {
  readonly message: ReactNode;
  readonly tone?: 'plain' | 'bad';
  /** The way back, or the one next thing. */
  readonly action?: ToastAction & { readonly icon?: 'undo' };
};

type Shown = ToastInput & { readonly id: number };
type Toasts = { show: (toast: ToastInput) => void };

const ToastContext = createContext<Toasts>({ show: () => undefined });

/** Long enough to read and reach Undo; longer while pointer or focus rests on it (it does not run then). */
const SHOWN_MS = 8000;

export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const nextId = useRef(1);
  const show = useCallback((toast: ToastInput) => {
    const id = nextId.current++;
    setToasts((now) => [...now.slice(-2), { ...toast, id }]);
  }, []);
  const close = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const value = useMemo(() => ({ show }), [show]);
  return (
    <ToastContext value={value}>
      {children}
      <div className={styles.region} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} closeLabel={closeLabel} onClose={close} />
        ))}
      </div>
    </ToastContext>
  );
}

/** Shows a short message at the foot of the page, with Undo where there is one. */
export function useToast(): Toasts {
  return useContext(ToastContext);
}

function ToastItem({ toast, closeLabel, onClose }: { toast: Shown; closeLabel: string; onClose: (id: number) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onClose(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, onClose, toast.id]);
  const { action } = toast;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on it only keeps it longer
    <div
      className={cx(styles.toast, toast.tone === 'bad' && styles.bad)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.message}</span>
      <span className={styles.end}>
        {action && (
          <button
            type="button"
            className={styles.undo}
            onClick={() => {
              onClose(toast.id);
              action.run();
            }}
          >
            {action.icon && <Icon name={action.icon} />}
            <span>{action.label}</span>
          </button>
        )}
        <button type="button" aria-label={closeLabel} onClick={() => onClose(toast.id)}>
          <Icon name="close" />
        </button>
      </span>
    </div>
  );
}
