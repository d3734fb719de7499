import type { Address } from '@backdesk/contract/core/primitives.ts';
import { AddressChoice } from '@backdesk/ordering/address/address-choice.tsx';
import { addressInOneLine, emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import { sameJson } from '@backdesk/ordering/editing/same-json.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { receiveCart } from '../lib/cart.ts';
import { addressesQuery, placesQuery } from '../lib/choices.ts';
import { useSession } from '../lib/session.tsx';
import styles from './checkout-page.module.css';
import { ContactFields, contactErrors } from './contact-fields.tsx';
import { StepFrame } from './step-frame.tsx';
import type { StepProps } from './step-props.ts';
import { t } from './texts.ts';

/** Who it is for, where a guest must say it, and where it goes. */
export function ShippingStep({ cart }: StepProps) {
  const { account, customer } = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const book = useQuery({ ...addressesQuery(), enabled: customer !== null });
  const places = useQuery(placesQuery()).data?.items ?? [];
  const saved = book.data?.items ?? [];
  const [contact, setContact] = useState(cart.contact ?? { name: '', email: '', phone: '', company: '' });
  const [typed, setTyped] = useState<Address | null>(null);
  const [how, setHow] = useState<'ship' | 'pickup' | null>(null);
  const [placeId, setPlaceId] = useState<string | null>(null);
  const [keeps, setKeeps] = useState(false);
  const [isTried, setTried] = useState(false);

  const [shipment] = cart.shipping.shipments;
  const way = how ?? shipment?.kind ?? 'ship';
  const given = shipment?.kind === 'ship' ? shipment.address : null;
  const usual = saved.find((known) => known.defaultShipping)?.address ?? saved.at(0)?.address;
  const person = customer ?? contact;
  const address = typed ?? given ?? usual ?? emptyAddress(account.country, person.name, person.company);
  const stored = [given, ...saved.map((known) => known.address)];
  const missing = missingIn(address, stored);
  const place = placeId ?? shipment?.pickupPlace?.id ?? (places.length === 1 ? (places[0]?.id ?? null) : null);
  const isGuest = customer === null;
  const wrong = isGuest ? contactErrors(contact) : {};
  const isNeeded = cart.checkout.steps.find(({ name }) => name === 'shipping')?.state !== 'not_needed';
  const isComplete = Object.keys(wrong).length === 0 && (!isNeeded || (way === 'pickup' ? place !== null : Object.keys(missing).length === 0));

  const save = useMutation({
    mutationFn: async () => {
      let last = { cart: cart as typeof cart | null };
      if (isGuest && !sameJson(contact, cart.contact)) last = await api.setCartContact({ body: contact });
      if (!isNeeded) return last;
      return way === 'pickup' ? api.setCartShipping({ body: { pickupPlaceId: place } }) : api.setCartShipping({ body: { address, saveToCustomer: keeps } });
    },
    onSuccess: (answer) => {
      receiveCart(queryClient, answer);
      if (keeps) void queryClient.invalidateQueries({ queryKey: addressesQuery().queryKey });
      void navigate({ to: '/checkout/$step', params: { step: 'shipping-method' } });
    },
  });

  return (
    <StepFrame
      title={checkout.step.shipping()}
      isBusy={save.isPending}
      error={save.error}
      onGo={() => {
        setTried(true);
        if (isComplete) save.mutate();
      }}
    >
      {isGuest && <ContactFields value={contact} onChange={setContact} errors={isTried ? wrong : {}} />}
      {!isNeeded && <InlineNotice tone="info">{t.nothingShips()}</InlineNotice>}
      {isNeeded && (
        <section className={styles.section}>
          <h2>{t.address()}</h2>
          {(places.length > 0 || way === 'pickup') && (
            <RadioCards
              legend={t.how()}
              hideLegend
              value={way}
              onChange={(value) => setHow(value as 'ship' | 'pickup')}
              cards={[
                { value: 'ship', title: t.ship() },
                { value: 'pickup', title: t.pickup(), detail: t.pickupDetail() },
              ]}
            />
          )}
          {way === 'pickup' && (
            <RadioCards
              legend={t.where()}
              value={place}
              onChange={setPlaceId}
              error={isTried && place === null ? t.wherePick() : undefined}
              cards={places.map(({ id, name, hours, address: at }) => ({
                value: id,
                title: name,
                detail: [addressInOneLine(at), hours].filter(Boolean).join(' · '),
              }))}
            />
          )}
          {way === 'ship' && !isGuest && book.isPending && <Skeleton />}
          {way === 'ship' && (isGuest || !book.isPending) && (
            <>
              <AddressChoice
                legend={t.address()}
                section="shipping"
                saved={saved}
                value={address}
                isGiven={given !== null && typed === null}
                onChange={setTyped}
                errors={isTried ? missing : {}}
                country={account.country}
                person={person}
              />
              {!isGuest && Object.keys(missing).length === 0 && !saved.some((known) => sameJson(known.address, address)) && (
                <Checkbox label={t.keep()} checked={keeps} onChange={(event) => setKeeps(event.currentTarget.checked)} />
              )}
            </>
          )}
        </section>
      )}
    </StepFrame>
  );
}
