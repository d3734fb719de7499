import type { Api } from './world.ts';

/** Where the newest mail to the address leads: the page on which a password is chosen. */
export async function mailedLink(api: Api, email: string): Promise<string> {
  for (;;) {
    const { items } = await api.listMails({});
    const mail = items.find(({ recipients, state }) => recipients.includes(email) && state !== 'queued');
    if (mail !== undefined) {
      const { text } = await api.getMail({ params: { id: mail.id } });
      const link = /\/password\/[A-Za-z0-9_-]{20,}/.exec(text)?.[0];
      if (link !== undefined) return link;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
