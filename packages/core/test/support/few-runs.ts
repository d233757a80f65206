import fc from 'fast-check'

// For mutation runs, in which each property is tried anew for every change of the code.
fc.configureGlobal({ numRuns: 10 })
