import type { UserConfig } from 'tsdown'

/** What every build for Node has in common: ES modules with their types, for the oldest Node that is supported. */
export declare function forNode(entry: Record<string, string>, own?: UserConfig): UserConfig

/** An entry in a file of its own, with copies of the little that it shares with the others. */
export declare function entryOfItsOwn(name: string, own?: UserConfig): UserConfig
