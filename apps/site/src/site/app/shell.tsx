import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useAccent } from '@backdesk/ui/styles/use-accent.ts';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { t } from '../components/texts.ts';
import { piecesKept } from '../lib/pieces-kept.ts';
import { useSession } from '../lib/session.tsx';
import { useAdding } from '../lib/use-adding.tsx';
import styles from './shell.module.css';

// Where something is kept only: nobody else waits for its script.
const AddingState = lazy(async () => ({ default: (await import('../components/adding-state.tsx')).AddingState }));

/** What stands around every page: whose store it is, search, who is here, the cart. */
export function Shell() {
  const { account, customer, signIn, cartItems } = useSession();
  useAccent(account.accent);
  const format = useFormat();
  const { editor, state } = useAdding();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const last = useRef(path);
  // Who goes on by keyboard or listens begins where the new page does.
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  return (
    <div className="customer">
      <a href="#content" className={styles.skip}>
        {t.skip()}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" search={{}} className={styles.brand} dir="auto">
            {account.name}
          </Link>
          <SearchBox />
          <nav className={styles.ways} aria-label={t.account()}>
            {signIn !== 'guest_only' &&
              (customer === null ? (
                <Link to="/login" search={{}} className={styles.way}>
                  <Icon name="user" />
                  {t.signIn()}
                </Link>
              ) : (
                <Link to="/account" className={styles.way} aria-label={`${t.account()}: ${customer.name}`}>
                  <Icon name="user" />
                  <span dir="auto">{customer.name}</span>
                </Link>
              ))}
            <Link to="/cart" className={styles.way}>
              <Icon name="bag" />
              {t.cart(format.number(cartItems + piecesKept(state)))}
            </Link>
          </nav>
        </div>
      </header>
      <main ref={main} id="content" tabIndex={-1} className={styles.main}>
        {state !== null && state.pending.length + state.rejections.length > 0 && !path.startsWith('/products/') && (
          <Suspense>
            <AddingState editor={editor} state={state} />
          </Suspense>
        )}
        <Outlet />
      </main>
      <footer className={styles.foot}>
        <span dir="auto">{account.name}</span>
        <a href="/admin" className="push">
          {t.staff()}
        </a>
      </footer>
    </div>
  );
}

function SearchBox() {
  const navigate = useNavigate();
  const asked = useRouterState({ select: ({ location }) => (location.pathname === '/' ? ((location.search as { q?: string }).q ?? '') : '') });
  const [before] = useState(typedBefore);
  const [text, setText] = useState(before?.value ?? asked);
  const [shown, setShown] = useState(asked);
  if (shown !== asked) {
    setShown(asked);
    setText(asked);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void navigate({ to: '/', search: text.trim() === '' ? {} : { q: text.trim() } });
  }
  return (
    <search className={styles.search}>
      <form action="/" onSubmit={submit}>
        <TextInput
          label={t.searchLabel()}
          hideLabel
          icon="search"
          type="search"
          name="q"
          autoFocus={before?.isActive ?? false}
          placeholder={t.search()}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}

/** What somebody typed, and perhaps is still typing, into the page as the server drew it. */
function typedBefore(): { readonly value: string; readonly isActive: boolean } | null {
  if (typeof document === 'undefined') return null;
  const input = document.querySelector<HTMLInputElement>('#root input[name="q"]');
  return input === null ? null : { value: input.value, isActive: input === document.activeElement };
}
