/** What rules and documents use of this room; the rest is imported from its own file. */
export { aiActTier } from './ai-act/act-tier.ts'
