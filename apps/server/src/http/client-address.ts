/**
 * Where a request comes from: the address of the connection, or, behind so many proxies of ours, the one that the
 * outermost of them saw. What stands further left in `X-Forwarded-For` was written by the visitor and proves nothing.
 */
export function clientAddress(connection: string, forwardedFor: string | undefined, proxies: number): string {
  if (proxies === 0 || forwardedFor === undefined) return connection;
  const seen = forwardedFor.split(',').map((address) => address.trim());
  const address = seen[seen.length - proxies];
  return address !== undefined && /^[0-9a-fA-F.:]{2,45}$/.test(address) ? address : connection;
}
