export const t = {
  title: () => 'Pickup places',
  note: () => 'Free of charge, and taxed where the goods are fetched.',
  add: () => 'Add pickup place',
  edit: (name: string) => `Edit ${name}`,
  empty: () => 'No pickup place yet. An order can still be picked up at your own place.',
  name: () => 'Name of the place',
  hours: () => 'Opening hours',
  hoursHelp: () => 'In words, such as Mon to Fri, 8 to 4.',
  deleted: (name: string) => `Deleted ${name}. Orders keep the place they chose.`,
};
