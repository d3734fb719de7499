/** Who sells, at the foot of the page: legal name, address, tax number, how to reach them. */
export function EstimateSeller({ seller }: { readonly seller: readonly string[] }) {
  if (seller.length === 0) return null;
  return (
    <footer className="estimate-seller small soft">
      {seller.map((line) => (
        <bdi key={line}>{line}</bdi>
      ))}
    </footer>
  );
}
