// One look for all mails: the tokens of the screens, inline for mail programs that drop style sheets, and once more in a
// media query for those that turn dark. The classes are only there for the dark rules to take hold of; react-email puts
// the inline style of Body and Container on a cell inside them, so those rules name the cell.
import type { CSSProperties } from 'react';

const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export const darkRules = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .canvas, .canvas > table > tbody > tr > td { background-color: #131110 !important; }
    .sheet { background-color: #1b1917 !important; border-color: #332f2b !important; }
    .strong { color: #f2eee8 !important; }
    .quiet { color: #c2bab0 !important; }
    .hairline { border-color: #332f2b !important; }
    .message { background-color: #272421 !important; color: #f2eee8 !important; }
  }
  @media (max-width: 480px) {
    .sheet > tbody > tr > td { padding: 20px !important; }
    .button { display: block !important; text-align: center !important; }
  }
`;

export const styles = {
  canvas: { backgroundColor: '#f6f4f0', fontFamily: font, margin: 0, padding: '24px 12px' },
  sheet: { backgroundColor: '#ffffff', border: '1px solid #e8e3db', borderRadius: 8, maxWidth: 560, padding: 32 },
  shop: { color: '#575047', fontSize: 14, lineHeight: '20px', margin: '0 0 12px' },
  title: { color: '#1d1a16', fontSize: 22, fontWeight: 600, lineHeight: '28px', margin: 0 },
  quiet: { color: '#575047', fontSize: 14, lineHeight: '20px', margin: '4px 0 0' },
  total: { color: '#1d1a16', fontSize: 30, fontWeight: 600, fontVariantNumeric: 'tabular-nums', lineHeight: '36px', margin: '20px 0 0' },
  message: { backgroundColor: '#f2efe9', borderRadius: 6, color: '#1d1a16', fontSize: 15, lineHeight: '22px', margin: '24px 0 0', padding: '12px 16px' },
  hairline: { borderColor: '#e8e3db', borderStyle: 'solid', borderWidth: '1px 0 0', margin: '24px 0 0' },
  line: { borderBottom: '1px solid #e8e3db' },
  cell: { padding: '10px 0', verticalAlign: 'top' },
  figureCell: { padding: '10px 0 10px 16px', textAlign: 'right', verticalAlign: 'top', whiteSpace: 'nowrap' },
  name: { color: '#1d1a16', fontSize: 15, lineHeight: '20px', margin: 0, overflowWrap: 'anywhere' },
  detail: { color: '#575047', fontSize: 13, lineHeight: '18px', margin: '2px 0 0', overflowWrap: 'anywhere' },
  figure: { color: '#1d1a16', fontSize: 15, fontVariantNumeric: 'tabular-nums', lineHeight: '20px', margin: 0 },
  foot: { color: '#575047', fontSize: 13, lineHeight: '18px', margin: '16px auto 0', maxWidth: 560, textAlign: 'center' },
} as const satisfies Record<string, CSSProperties>;
