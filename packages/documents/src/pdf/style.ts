// The look of paper: the tokens of the screens, in points. Letter and A4 differ in height and width; columns are made for
// the narrower and the item takes what is left.
import { StyleSheet } from '@react-pdf/renderer';

export const ink = { strong: '#1d1a16', soft: '#575047', line: '#d8d2c8' } as const;
const side = 44;
/** Never on the page itself: what is fixed inherits it, and the library multiplies it anew on every page (its issue 3452). */
const body = { fontSize: 9, lineHeight: 1.4 } as const;

export const styles = StyleSheet.create({
  page: { paddingTop: 44, paddingBottom: 64, paddingHorizontal: side, fontSize: 9, color: ink.strong },
  soft: { color: ink.soft },
  strong: { fontWeight: 600 },
  small: { fontSize: 7.5, lineHeight: 1.4, color: ink.soft },
  tiny: { fontSize: 7.5, color: ink.soft },
  head: { ...body, flexDirection: 'row', justifyContent: 'space-between', gap: 24 },
  shop: { flexDirection: 'row', alignItems: 'center', gap: 8, marginBottom: 8 },
  shopName: { fontSize: 12, lineHeight: 1.3, fontWeight: 600, flexShrink: 1 },
  title: { fontSize: 18, fontWeight: 600, lineHeight: 1.2, marginBottom: 6, alignSelf: 'flex-end' },
  fact: { flexDirection: 'row', justifyContent: 'flex-end' },
  factLabel: { width: 74, color: ink.soft, textAlign: 'right' },
  factValue: { width: 116, textAlign: 'right', fontWeight: 600 },
  parties: { ...body, flexDirection: 'row', flexWrap: 'wrap', columnGap: 20, rowGap: 12, marginTop: 26 },
  party: { flexGrow: 1, flexBasis: 140 },
  words: { ...body, marginTop: 18 },
  headRow: {
    flexDirection: 'row',
    gap: 8,
    marginTop: 20,
    borderBottomWidth: 0.8,
    borderBottomColor: ink.strong,
    paddingBottom: 4,
    fontSize: 7.5,
    color: ink.soft,
  },
  row: { ...body, flexDirection: 'row', gap: 8, borderBottomWidth: 0.5, borderBottomColor: ink.line, paddingVertical: 6 },
  position: { width: 20, color: ink.soft },
  item: { flexGrow: 1, flexBasis: 0 },
  quantity: { width: 46, textAlign: 'right' },
  unitPrice: { width: 58, textAlign: 'right' },
  discount: { width: 44, textAlign: 'right' },
  tax: { width: 44, textAlign: 'right' },
  amount: { width: 72, textAlign: 'right' },
  section: { fontWeight: 600, paddingTop: 6 },
  group: { marginTop: 14, fontSize: 7.5, lineHeight: 1.4, color: ink.soft, paddingLeft: 28 },
  below: { ...body, flexDirection: 'row', gap: 24, marginTop: 18 },
  accept: { flexGrow: 1, flexBasis: 0, flexDirection: 'row', gap: 12 },
  sums: { width: 226 },
  sum: { flexDirection: 'row', justifyContent: 'space-between', gap: 12, paddingVertical: 2 },
  total: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    borderTopWidth: 0.8,
    borderTopColor: ink.strong,
    marginTop: 5,
    paddingTop: 6,
  },
  totalFigure: { fontSize: 14, lineHeight: 1.2, fontWeight: 600 },
  terms: { ...body, marginTop: 22 },
  certificateHead: { ...body, marginBottom: 4 },
  certificateTitle: { fontSize: 18, fontWeight: 600, lineHeight: 1.2, marginBottom: 6 },
  certificateGroup: { fontSize: 10, lineHeight: 1.4, fontWeight: 600, marginTop: 11, paddingBottom: 2, borderBottomWidth: 0.8, borderBottomColor: ink.strong },
  certificateFact: { fontSize: 8.5, lineHeight: 1.35, flexDirection: 'row', gap: 12, paddingVertical: 2, borderBottomWidth: 0.5, borderBottomColor: ink.line },
  certificateLabel: { width: 130, color: ink.soft },
  certificateNote: { marginTop: 10 },
  foot: { position: 'absolute', bottom: 30, left: side, right: side, flexDirection: 'row', justifyContent: 'space-between', gap: 12 },
  footLine: { position: 'absolute', top: -8, left: 0, right: 0, height: 0.5, backgroundColor: ink.line },
});
