export const t = {
  skip: () => 'Skip to content',
  search: () => 'Search',
  searchLabel: () => 'Search products',
  products: () => 'Products',
  signIn: () => 'Sign in',
  signOut: () => 'Sign out',
  account: () => 'My Account',
  cart: (pieces: string) => (pieces === '0' ? 'Cart' : `Cart, ${pieces}`),
  close: () => 'Close',
  notFound: () => 'There is nothing here',
  notFoundDetail: () => 'The address may be mistyped, or what was here is no longer sold.',
  toProducts: () => 'To the products',
  failed: () => 'This did not work',
  retry: () => 'Try again',
  staff: () => 'Staff: go to the desk',
  loading: () => 'Loading',
  storeIsHere: (store: string) => `${store} has this open too`,
  storeChanged: (store: string) => `${store} changed this`,
  seen: () => 'OK',
  offline: (changes: number) =>
    changes === 1
      ? 'No connection. 1 change is kept here and sent when you are back online.'
      : `No connection. ${changes} changes are kept here and sent when you are back online.`,
  unavailable: (changes: number) =>
    changes === 1
      ? 'The store is not ready. 1 change is kept here and sent again.'
      : `The store is not ready. ${changes} changes are kept here and sent again.`,
  noAnswer: () => 'No answer from the store. Check the connection and try again.',
  addedOffline: () => 'No connection. Kept here, and put into the cart when you are back online:',
  addedUnavailable: () => 'The store is not ready. Kept here, and put into the cart as soon as it is:',
  notAdded: (what: string) => `${what} could not be put into the cart`,
  addedPieces: (pieces: string, name: string) => `${pieces} × ${name}`,
};
