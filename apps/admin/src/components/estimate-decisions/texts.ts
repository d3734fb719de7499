export const t = {
  certificate: () => 'PDF with certificate',
  fileOf: { purchase_order: (name: string) => `Purchase order: ${name}`, proof: (name: string) => `Shown by: ${name}` },
  decided: {
    accepted: (who: string, at: string) => `Accepted by ${who}, ${at}`,
    accepted_in_part: (who: string, at: string) => `Accepted in part by ${who}, ${at}`,
    declined: (who: string, at: string) => `Declined${who === '' ? '' : ` by ${who}`}, ${at}`,
    changes_requested: (who: string, at: string) => `Changes asked for${who === '' ? '' : ` by ${who}`}, ${at}`,
  },
  declineReasons: {
    price: 'Too expensive',
    timing: 'Not in time',
    elsewhere: 'Bought elsewhere',
    not_needed: 'No longer needed',
    other: 'Another reason',
  },
  byChannel: { page: '', phone: ' (by phone)', mail: ' (by mail)', in_person: ' (in person)' },
  recordedBy: (who: string) => `Recorded by ${who}`,
  acceptedTotal: (total: string) => `at ${total}`,
  pricesHold: (day: string) => `prices hold through ${day}`,
  pricesHeld: (day: string) => `prices held through ${day}`,
};
