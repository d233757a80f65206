/** A policy as nuxt-security has it. */
export type Policy = Record<string, string | string[] | boolean | undefined>

/** The part of nuxt-security's rules that concerns us. */
export interface SecurityRules {
  headers?: { contentSecurityPolicy?: Policy | string | false } | false
}

/** Adds sources to the directives of a policy that restrict them. */
export function addSources(
  policy: Policy,
  sources: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [directive, added] of Object.entries(sources)) {
    const given = policy[directive] ?? fallbackOf(policy, directive)
    // A directive that is switched off, or that nothing restricts, allows everything as it is.
    if (given === undefined || typeof given === 'boolean') continue
    const allowed = typeof given === 'string' ? given.split(/\s+/) : given
    // 'none' counts only while it stands alone.
    const kept = allowed.filter((source) => source !== "'none'" && source !== '')
    policy[directive] = [...new Set([...kept, ...added])]
  }
}

/** The directive that a browser applies in place of a missing one: only `form-action` has none. */
function fallbackOf(policy: Policy, directive: string): Policy[string] {
  return directive === 'form-action' ? undefined : policy['default-src']
}
