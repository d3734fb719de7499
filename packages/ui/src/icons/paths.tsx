import type { ReactNode } from 'react';

// 16 × 16, stroke 1.5, drawn by us. An icon never stands without a word beside it.
export const paths = {
  'arrow-down': (
    <>
      <path d="M8 3v9.5M4.5 9 8 12.5 11.5 9" />
    </>
  ),
  'arrow-up': (
    <>
      <path d="M8 13V3.5M4.5 7 8 3.5 11.5 7" />
    </>
  ),
  bag: (
    <>
      <path d="M3.5 5.5h9l.6 8.5H2.9zM5.8 7V4.2a2.2 2.2 0 0 1 4.4 0V7" />
    </>
  ),
  box: (
    <>
      <path d="m8 2 5.5 3v6L8 14l-5.5-3V5z" />
      <path d="m2.5 5 5.5 3 5.5-3M8 8v6" />
    </>
  ),
  check: (
    <>
      <path d="m3.5 8.5 3 3 6-7" />
    </>
  ),
  'chevron-down': (
    <>
      <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
    </>
  ),
  'chevron-left': (
    <>
      <path d="M9.5 4.5 6 8l3.5 3.5" />
    </>
  ),
  'chevron-right': (
    <>
      <path d="M6.5 4.5 10 8l-3.5 3.5" />
    </>
  ),
  close: (
    <>
      <path d="m4 4 8 8M12 4l-8 8" />
    </>
  ),
  cog: (
    <>
      <circle cx="8" cy="8" r="2" />
      <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4" />
    </>
  ),
  columns: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1.5" />
      <path d="M6.2 3v10M9.9 3v10" />
    </>
  ),
  copy: (
    <>
      <rect x="5" y="5" width="8.5" height="8.5" rx="1.5" />
      <path d="M11 5V3.5A1 1 0 0 0 10 2.5H3.5a1 1 0 0 0-1 1V10a1 1 0 0 0 1 1H5" />
    </>
  ),
  'custom-line': (
    <>
      <path d="M3 4h10M3 8h6M3 12h4M12 9.5v4M10 11.5h4" />
    </>
  ),
  download: (
    <>
      <path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.2h10" />
    </>
  ),
  export: (
    <>
      <path d="M8 10V2.5M4.8 5.5 8 2.3l3.2 3.2M3 10v3.2h10V10" />
    </>
  ),
  file: (
    <>
      <path d="M4 2h5l3 3v9H4z" />
      <path d="M9 2v3h3" />
    </>
  ),
  filter: (
    <>
      <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />
    </>
  ),
  history: (
    <>
      <path d="M3 8a5 5 0 1 0 1.6-3.7L3 5.8M3 3v2.8h2.8M8 5.3V8l2 1.3" />
    </>
  ),
  image: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1.5" />
      <circle cx="6" cy="6.5" r="1.1" />
      <path d="m3 11.5 3.2-3 2.3 2 2.3-2.3 2.4 2.4" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.3v3.4M8 5.2v.1" />
    </>
  ),
  key: (
    <>
      <circle cx="5.2" cy="10.8" r="2.7" />
      <path d="m7.2 8.8 5.8-5.8M10.5 5.5l2 2" />
    </>
  ),
  keyboard: (
    <>
      <rect x="1.8" y="4" width="12.4" height="8" rx="1.5" />
      <path d="M4.3 6.7h.1M6.8 6.7h.1M9.3 6.7h.1M11.8 6.7h.1M5 9.5h6" />
    </>
  ),
  link: (
    <>
      <path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2A2.6 2.6 0 0 0 9 3.3l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.9-.9" />
    </>
  ),
  mail: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1.5" />
      <path d="m2.5 4.5 5.5 4 5.5-4" />
    </>
  ),
  matrix: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <path d="M2.5 6.2h11M6.2 2.5v11M9.9 2.5v11" />
    </>
  ),
  menu: (
    <>
      <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />
    </>
  ),
  message: (
    <>
      <path d="M2.5 3.5h11v7.5H7l-3 2.5V11H2.5z" />
    </>
  ),
  minus: (
    <>
      <path d="M3 8h10" />
    </>
  ),
  monitor: (
    <>
      <rect x="2" y="3" width="12" height="8" rx="1.5" />
      <path d="M6 13.5h4M8 11v2.5" />
    </>
  ),
  moon: (
    <>
      <path d="M13 9.6A5.5 5.5 0 0 1 6.4 3 5.3 5.3 0 1 0 13 9.6z" />
    </>
  ),
  more: (
    <>
      <circle cx="3.5" cy="8" r=".6" />
      <circle cx="8" cy="8" r=".6" />
      <circle cx="12.5" cy="8" r=".6" />
    </>
  ),
  paste: (
    <>
      <rect x="3.5" y="3" width="9" height="11" rx="1.5" />
      <path d="M6 3.2V2h4v1.2M6 7h4M6 9.5h4" />
    </>
  ),
  pencil: (
    <>
      <path d="m3 13 .6-2.6 7-7a1.2 1.2 0 0 1 1.7 0l.3.3a1.2 1.2 0 0 1 0 1.7l-7 7z" />
    </>
  ),
  percent: (
    <>
      <circle cx="4.8" cy="4.8" r="1.8" />
      <circle cx="11.2" cy="11.2" r="1.8" />
      <path d="m12.5 3.5-9 9" />
    </>
  ),
  plus: (
    <>
      <path d="M8 3v10M3 8h10" />
    </>
  ),
  rows: (
    <>
      <path d="M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h11" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3 3" />
    </>
  ),
  section: (
    <>
      <path d="M3 3h10M3 8h10M3 13h10" />
    </>
  ),
  'sign-out': (
    <>
      <path d="M6.5 2.5h-3v11h3M6.5 8h7M10.8 5.2 13.6 8l-2.8 2.8" />
    </>
  ),
  stamp: (
    <>
      <path d="M6 2.5h4l-.7 5H12V11H4V7.5h2.7zM3.5 13.5h9" />
    </>
  ),
  store: (
    <>
      <path d="M2.5 6.5 3.5 3h9l1 3.5a2 2 0 0 1-3.7 0 2 2 0 0 1-3.6 0 2 2 0 0 1-3.7 0zM3.5 8.2V13h9V8.2" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1" />
    </>
  ),
  trash: (
    <>
      <path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 9h6l.5-9" />
    </>
  ),
  tray: (
    <>
      <path d="M2.5 9.5 4.5 3h7l2 6.5V13h-11z" />
      <path d="M2.5 9.5h3l1 1.5h3l1-1.5h3" />
    </>
  ),
  'trend-down': (
    <>
      <path d="M2.5 4 6.5 9l2.5-2.5 4.5 5.5M13.5 8.5V12H10" />
    </>
  ),
  truck: (
    <>
      <path d="M1.5 4h8v7.5h-8zM9.5 6.5h3l2 2.5v2.5h-5z" />
      <circle cx="4.5" cy="12" r="1.3" />
      <circle cx="11.7" cy="12" r="1.3" />
    </>
  ),
  undo: (
    <>
      <path d="M5.5 3 2.5 6l3 3" />
      <path d="M2.5 6h7a4 4 0 0 1 0 8H6" />
    </>
  ),
  'up-down': (
    <>
      <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />
    </>
  ),
  user: (
    <>
      <circle cx="8" cy="5.5" r="2.5" />
      <path d="M3 13.5c.6-2.6 2.5-4 5-4s4.4 1.4 5 4" />
    </>
  ),
  warning: (
    <>
      <path d="M8 2.5 14 13H2z" />
      <path d="M8 6.5v3M8 11.3v.1" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;
