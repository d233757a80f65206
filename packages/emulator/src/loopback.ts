/**
 * Whether a host is on this machine, whatever its form.
 *
 * @param hostname normalised as `URL` does it, so that an IPv6 address is in brackets
 */
export function isLoopback(hostname: string): boolean {
  return (
    /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
    hostname === '[::1]' ||
    /^(?:.+\.)?localhost$/.test(hostname)
  )
}
