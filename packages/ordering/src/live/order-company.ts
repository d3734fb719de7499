// Who else is in an order and what they just did, as the parts of a page look it up: a store a page, so that a colleague
// who moves from line to line redraws two rows and not the page.
import type { PresentPerson } from '@backdesk/contract/live/schema.ts';
import { useCallback, useSyncExternalStore } from 'react';

export type Colour = 1 | 3;
/** `justChanged`: they are told of because of what they did a moment ago, not because they are there. */
export type Visitor = { readonly name: string; readonly colour: Colour; readonly justChanged: boolean };
export type Companion = { readonly person: string; readonly name: string; readonly colour: Colour; readonly isOwn: boolean; readonly atCheckout: boolean };

type Company = { readonly companions: readonly Companion[]; readonly visitors: ReadonlyMap<string, Visitor> };

export type CompanyStore = ReturnType<typeof createCompany>;

const alone: Company = { companions: [], visitors: new Map() };
/** How long a line shows that somebody changed it. */
const freshMs = 4_000;

export function createCompany(own: { readonly tabId: string; readonly person: string }) {
  const listeners = new Set<() => void>();
  let people: readonly PresentPerson[] = [];
  let fresh = new Map<string, Visitor>();
  let company = alone;

  function change(): void {
    const others = people.filter(({ tabId }) => tabId !== own.tabId);
    const names = [...new Set(others.map(({ person }) => person))].toSorted();
    const colourOf = (person: string): Colour => (names.indexOf(person) % 2 === 0 ? 1 : 3);
    const companions = names.flatMap((person) => {
      const found = others.find((other) => other.person === person);
      const atCheckout = others.some((other) => other.person === person && other.atCheckout);
      return found === undefined ? [] : [{ person, name: found.name, colour: colourOf(person), isOwn: person === own.person, atCheckout }];
    });
    const there = others.flatMap(({ person, name, lineId }) =>
      lineId === null ? [] : [[lineId, { name, colour: colourOf(person), justChanged: false }] as const],
    );
    company = companions.length === 0 && fresh.size === 0 ? alone : { companions, visitors: new Map([...fresh, ...there]) };
    for (const listener of listeners) listener();
  }

  return {
    setPeople(next: readonly PresentPerson[]): void {
      people = next;
      change();
    },
    /** Somebody changed these lines just now. */
    showChanged(by: { readonly name: string }, lineIds: readonly string[]): void {
      const known = company.companions.find(({ name }) => name === by.name);
      const mark: Visitor = { name: by.name, colour: known?.colour ?? 1, justChanged: true };
      fresh = new Map([...fresh, ...lineIds.map((lineId) => [lineId, mark] as const)]);
      change();
      setTimeout(() => {
        fresh = new Map([...fresh].filter(([, other]) => other !== mark));
        change();
      }, freshMs);
    },
    get: () => company,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Others who have the order open, one entry a person. */
export function useCompanions(store: CompanyStore): readonly Companion[] {
  return useSyncExternalStore(store.subscribe, () => store.get().companions);
}

/** Who else is in a line, or has just changed it. */
export function useVisitor(store: CompanyStore, lineId: string): Visitor | undefined {
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.get().visitors.get(lineId), [store, lineId]),
  );
}
