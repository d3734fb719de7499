import { forgetForms } from '@backdesk/ordering/editing/use-kept.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api } from '../lib/api.ts';
import { openCarts } from '../lib/open-carts.ts';
import { sentenceOf } from '../lib/problem.ts';
import { useChangeVisitor } from '../lib/session.tsx';
import styles from './account.module.css';
import { t } from './texts.ts';

/** What a customer has here, page by page. */
export function AccountLayout() {
  const navigate = useNavigate();
  const changeVisitor = useChangeVisitor();
  const toast = useToast();
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // On a phone they stand in a row that scrolls: where one is, is to be seen.
  useEffect(() => {
    const bar = nav.current;
    const here = path !== '' && bar?.querySelector<HTMLElement>('[aria-current="page"]');
    if (bar && here) bar.scrollLeft = here.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  const signOut = useMutation({
    mutationFn: async () => {
      await openCarts.sendWhatRests();
      return api.signOutOfSite({});
    },
    onSuccess: async () => {
      await navigate({ to: '/', search: {} });
      await changeVisitor();
      // Nothing of a customer stays in the browser.
      await openCarts.forget();
      forgetForms();
    },
    onError: (error) => toast.show({ tone: 'bad', message: sentenceOf(error) }),
  });
  return (
    <div className={styles.layout}>
      <nav ref={nav} className={styles.nav} aria-label={t.nav()}>
        <Link to="/account/orders">{t.orders()}</Link>
        <Link to="/account/estimates">{t.estimates()}</Link>
        <Link to="/account/saved-carts">{t.savedCarts()}</Link>
        <Link to="/account/addresses">{t.addresses()}</Link>
        <Link to="/account" activeOptions={{ exact: true }}>
          {t.details()}
        </Link>
        <button type="button" onClick={() => signOut.mutate()}>
          {t.signOut()}
        </button>
      </nav>
      <div>
        <Outlet />
      </div>
    </div>
  );
}
