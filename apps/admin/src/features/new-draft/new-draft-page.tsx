import { ApiProblem } from '@backdesk/contract/client.ts';
import type { Customer, CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { type CustomerDraft, type CustomerErrors, customerErrors, customerRequest, newCustomerDraft } from '@backdesk/ordering/customer/customer-draft.ts';
import { CustomerForm } from '@backdesk/ordering/customer/customer-form.tsx';
import { CustomerSearch } from '@backdesk/ordering/customer/customer-search.tsx';
import { EmailHolderSays, type Holder } from '@backdesk/ordering/customer/email-holder-says.tsx';
import { t as customerTexts } from '@backdesk/ordering/customer/texts.ts';
import { useEmailHolder } from '@backdesk/ordering/customer/use-email-holder.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { PageHead } from '../../components/page-head.tsx';
import { api, together } from '../../lib/api.ts';
import { customerQuery } from '../../lib/customer-query.ts';
import { customerFieldsQuery } from '../../lib/field-queries.ts';
import { findEmailHolder } from '../../lib/find-email-holder.ts';
import { firstCustomersLimit, firstCustomersQuery } from '../../lib/first-customers-query.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { fieldErrorsOf, sentenceOf } from '../../lib/problem.ts';
import { searchCompanies } from '../../lib/search-companies.ts';
import { useMay, useSession } from '../../lib/session.tsx';
import styles from './new-draft-page.module.css';
import { TemplateChoice } from './template-choice.tsx';
import { t } from './texts.ts';

type ChosenCustomer = Pick<Customer & CustomerRow, 'id' | 'name' | 'company' | 'email' | 'phone'>;

/** The customer comes first: found, or made in place. Continue opens the draft. */
export function NewDraftPage() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { account } = useSession();
  const mayCreate = useMay('customer:write');
  const [chosen, setChosen] = useState<ChosenCustomer | null>(null);
  const [draft, setDraft] = useState<CustomerDraft | null>(null);
  const [errors, setErrors] = useState<CustomerErrors>({});
  const [templateId, setTemplateId] = useState('');
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const searched = useRef('');
  const go = useRef<HTMLButtonElement>(null);
  const goesOn = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const firstField = useRef<HTMLInputElement>(null);
  // The same press of Continue made again after a lost answer must not make a second customer or draft.
  const keys = useRef({ customer: crypto.randomUUID(), order: crypto.randomUUID() });
  const search = useCallback(
    async (q: string, signal: AbortSignal) => {
      if (q === '') return (await queryClient.fetchQuery(firstCustomersQuery())).items;
      return (await api.listCustomers({ query: { q, limit: firstCustomersLimit } }, { signal })).items;
    },
    [queryClient],
  );
  const { holder, ask } = useEmailHolder(draft?.email ?? '', '', findEmailHolder);
  const definitions = useQuery(customerFieldsQuery()).data?.items ?? [];
  const isMaking = draft !== null;

  useEffect(() => {
    if (chosen === null) return;
    go.current?.focus();
    // Continue was pressed already, while the search still ran.
    if (goesOn.current) go.current?.click();
    goesOn.current = false;
  }, [chosen]);
  useEffect(() => {
    if (isMaking) firstField.current?.focus();
  }, [isMaking]);

  async function customerId(): Promise<string | null> {
    if (chosen !== null) return chosen.id;
    if (draft === null) return null;
    const found = customerErrors(draft, definitions);
    setErrors(found);
    if (Object.keys(found).length > 0) {
      focusFirstInvalid(form.current);
      return null;
    }
    try {
      const made = await api.createCustomer({ body: customerRequest(draft) }, { idempotencyKey: keys.current.customer });
      void queryClient.invalidateQueries({ queryKey: ['customers'], refetchType: 'none' });
      return made.id;
    } catch (error) {
      // A refused body may be mended and sent again: that is another request.
      if (error instanceof ApiProblem) keys.current.customer = crypto.randomUUID();
      explain(error);
      return null;
    }
  }

  function explain(error: unknown) {
    const code = error instanceof ApiProblem ? error.problem.code : '';
    if (code === 'customer.number_taken') return setErrors({ number: customerTexts.numberTaken() });
    if (code === 'customer.email_taken') {
      // Somebody else was faster: who, is said below the field.
      ask();
      return setErrors({ email: t.emailTaken() });
    }
    const fields = fieldErrorsOf(error);
    if (Object.keys(fields).length > 0) setErrors(fields);
    else setFailed(sentenceOf(error));
  }

  async function start(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (chosen === null && draft === null) return setFailed(t.needed());
    setBusy(true);
    setFailed(null);
    try {
      const id = await customerId();
      if (id === null) return;
      const order = await begin(id);
      queryClient.setQueryData(orderQuery(order.id).queryKey, order);
      // What is waiting for approval, the one figure in view, is not moved by a new draft: the lists are read anew where they are opened.
      void queryClient.invalidateQueries({ queryKey: ['orders'], refetchType: 'none' });
      await navigate({ to: '/orders/$orderId', params: { orderId: order.id } });
    } catch (error) {
      if (error instanceof ApiProblem) keys.current.order = crypto.randomUUID();
      setFailed(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  }

  async function begin(id: string) {
    const once = { idempotencyKey: keys.current.order };
    const body = { customerId: id };
    const sent = together((client) => ({
      started: templateId === '' ? client.createOrder({ body }, once) : client.startFromTemplate({ params: { id: templateId }, body }, once),
      // Their addresses are asked for at checkout.
      customer: client.getCustomer({ params: { id } }),
    }));
    sent.customer.then(
      (customer) => queryClient.setQueryData(customerQuery(id).queryKey, customer),
      () => undefined,
    );
    const started = await sent.started;
    if (!('changes' in started)) return started;
    const { order, changes } = started;
    if (changes.length > 0) toast.show({ message: t.templateChanges(changes), tone: 'bad' });
    return order;
  }

  /** Goes on with who has the e-mail address, brought back first when they were deleted. */
  async function takeHolder({ id, deletedAt }: Holder) {
    setFailed(null);
    try {
      choose(deletedAt === null ? await api.getCustomer({ params: { id } }) : await api.restoreCustomer({ params: { id } }));
    } catch (error) {
      setFailed(sentenceOf(error));
    }
  }

  function choose(customer: ChosenCustomer | null) {
    setChosen(customer);
    setDraft(null);
    setErrors({});
    setFailed(null);
  }

  return (
    <>
      <PageHead title={t.title()} back={{ label: t.list(), to: '/orders/drafts' }} />
      <form ref={form} className={styles.page} onSubmit={(event) => void start(event)} noValidate>
        {chosen === null && draft === null && (
          <>
            <CustomerSearch
              autoFocus
              search={search}
              onChoose={(customer, isSure) => {
                goesOn.current = isSure;
                choose(customer);
              }}
              onText={(text) => {
                searched.current = text;
                setFailed(null);
              }}
            />
            {mayCreate && (
              <div className={styles.or}>
                <Button icon="plus" onClick={() => setDraft(newCustomerDraft(searched.current.trim()))}>
                  {t.newCustomer()}
                </Button>
              </div>
            )}
          </>
        )}
        {chosen !== null && (
          <div className={styles.chosen}>
            <div>
              <b dir="auto">{chosen.name}</b>
              <p>{t.detail([chosen.company?.name, chosen.email, chosen.phone])}</p>
            </div>
            <Button variant="link" className="push" onClick={() => choose(null)}>
              {t.change()}
            </Button>
          </div>
        )}
        {draft !== null && (
          <div className={styles.form}>
            <div className={styles.or}>
              <h2>{t.newCustomer()}</h2>
              <Button variant="link" className="push" onClick={() => choose(null)}>
                {t.searchInstead()}
              </Button>
            </div>
            <CustomerForm
              value={draft}
              onChange={(next) => {
                if (next.email !== draft.email) setErrors(({ email: _, ...others }) => others);
                setDraft(next);
              }}
              errors={errors}
              companies={searchCompanies}
              definitions={definitions}
              country={account.country}
              firstField={firstField}
              emailTaken={
                holder !== null && (
                  <div className={styles.taken}>
                    <EmailHolderSays holder={holder}>
                      <Button size="small" onClick={() => void takeHolder(holder)}>
                        {holder.deletedAt === null ? t.takeExisting(holder.name) : t.restore(holder.name)}
                      </Button>
                      {holder.deletedAt === null && (
                        <Link to="/customers/$customerId" params={{ customerId: holder.id }} className="small">
                          {t.open()}
                        </Link>
                      )}
                    </EmailHolderSays>
                  </div>
                )
              }
            />
          </div>
        )}
        {(chosen !== null || draft !== null) && <TemplateChoice value={templateId} onChange={setTemplateId} />}
        {failed !== null && (
          <InlineNotice tone="bad" live="alert">
            {failed}
          </InlineNotice>
        )}
        <div className={styles.foot}>
          <Button ref={go} type="submit" variant="primary" busy={isBusy}>
            {t.go()}
          </Button>
        </div>
      </form>
    </>
  );
}
