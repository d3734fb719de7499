/** Our mark in the account's colour. */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect width="24" height="24" rx="6" fill="currentColor" />
      <path d="M4.5 16.5 9 9l3 4.6L14 11l5.5 5.5" fill="none" stroke="var(--on-accent)" strokeWidth="1.8" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
