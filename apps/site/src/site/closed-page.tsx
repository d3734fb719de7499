/** What a visitor finds at `/` while the store takes orders at its desk only. */
export function ClosedPage() {
  return (
    <main className="closed customer">
      <h1>Orders are taken at the desk</h1>
      <p className="soft">This store has no site for customers yet. An estimate you received opens from the link in its mail.</p>
      <p>
        <a href="/admin">Staff: go to the desk</a>
      </p>
    </main>
  );
}
