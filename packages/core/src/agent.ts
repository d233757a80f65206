import type { HttpsAgent, ScalapayOptions } from './options.js'

/** Finds why an agent cannot be used: it is not one of `node:https`, or it would allow less than TLS 1.2 with a verified certificate. */
export function findAgentProblems({ agent, fetch, tls }: ScalapayOptions): string[] {
  if (agent === undefined) return []
  const given: Partial<HttpsAgent & { protocol: unknown }> =
    typeof agent === 'object' && agent !== null ? agent : {}
  if (typeof given.options !== 'object' || typeof given.destroy !== 'function') {
    return ["agent: needs an https.Agent: new Agent({ keepAlive: true }) of 'node:https'."]
  }
  const problems: string[] = []
  // Agents for proxies serve both protocols, and have no such property of their own.
  if (Object.hasOwn(given, 'protocol') && given.protocol === 'http:') {
    problems.push("agent: is for plain HTTP. Take the Agent of 'node:https'.")
  }
  if ((fetch ?? tls) !== undefined) {
    problems.push(
      'agent: cannot be combined with fetch or tls. Give the certificates to the agent itself (ca), or remove one of the two.',
    )
  }
  return [...problems, ...findUnsafeOptions(given.options as object)]
}

interface TlsOptions {
  rejectUnauthorized?: unknown
  minVersion?: unknown
  secureProtocol?: unknown
  secureContext?: unknown
}

/** What an agent's options would allow that must not be: Node lets them win over those of a request. */
export function findUnsafeOptions(set: TlsOptions): string[] {
  const problems: string[] = []
  if (set.rejectUnauthorized === false) {
    problems.push(
      'agent: does not verify certificates (rejectUnauthorized: false). For a private authority, give it ca instead.',
    )
  }
  const mayBeOld = set.minVersion === 'TLSv1' || set.minVersion === 'TLSv1.1'
  if (mayBeOld || (set.secureProtocol ?? set.secureContext) !== undefined) {
    problems.push(
      'agent: may speak TLS below 1.2. Remove minVersion, secureProtocol and secureContext from its options.',
    )
  }
  return problems
}
