// What every mail stands in: language, colour scheme, the line shown in the inbox, the sheet, and the shop's address below.

import type { ReactNode } from 'react';
import { Body, Container, Head, Html, Preview, Text } from 'react-email';
import { oneLine } from './clean-text.ts';
import { darkRules, styles } from './style.ts';
import type { MailAccount } from './types.ts';

type FrameProps = { readonly account: MailAccount; readonly locale: string; readonly subject: string; readonly preview: string; readonly children: ReactNode };

export function Frame({ account, locale, subject, preview, children }: FrameProps) {
  const foot = [account.name, ...account.address].map(oneLine).filter(Boolean);
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkRules}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="canvas" style={styles.canvas}>
        <Container className="sheet" style={styles.sheet}>
          <Text className="quiet" style={styles.shop}>
            <bdi>{oneLine(account.name)}</bdi>
          </Text>
          {children}
        </Container>
        <Text className="quiet" style={styles.foot}>
          {foot.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to a string, never reordered
            <span key={index}>
              {index > 0 ? ' · ' : ''}
              <bdi>{part}</bdi>
            </span>
          ))}
        </Text>
      </Body>
    </Html>
  );
}
