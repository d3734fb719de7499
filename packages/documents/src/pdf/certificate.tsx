// The last page of an accepted estimate: who said yes to what, when and whence, and the hashes to check it by. May run over pages.
import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { styles } from './style.ts';
import type { PdfCertificate } from './types.ts';
import { Words } from './words.tsx';

/** Its parts stand directly on the page, as the lines do: one box of many pages is measured wrong by the library. */
export function certificateParts({ title, intro, groups, note }: PdfCertificate): ReactNode {
  return [
    <View key="head" style={styles.certificateHead}>
      <Text style={styles.certificateTitle}>{title}</Text>
      <Words>{intro}</Words>
    </View>,
    ...groups.flatMap(({ heading, facts }) => [
      <Text key={heading} style={styles.certificateGroup} minPresenceAhead={40}>
        {heading}
      </Text>,
      ...facts.map(({ label, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <View key={`${heading}${index}`} style={styles.certificateFact} wrap={false}>
          <Words style={styles.certificateLabel}>{label}</Words>
          <Words inColumn style={styles.item}>
            {value}
          </Words>
        </View>
      )),
    ]),
    <Words key="note" style={[styles.small, styles.certificateNote]}>
      {note}
    </Words>,
  ];
}
